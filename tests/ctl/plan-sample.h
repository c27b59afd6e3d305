/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small planning problem in the format of “entraidectl plan”, to be changed by the tests. Quotes
 * are single ones for reading; plan_sample () makes JSON of it. */
#pragma once

#include <glib.h>

#define SAMPLE_WAYS \
  "[[0, 600, 900, 1200], [600, 0, 300, 700], [900, 300, 0, 500], [1200, 700, 500, 0]]"

#define SAMPLE \
  "{ 'first_day': '2026-03-02',\n" \
  "  'places': [ { 'id': 'centre' }, { 'id': 'mill' }, { 'id': 'abbey' }, { 'id': 'bridge' } ],\n" \
  "  'modes': [ { 'id': 'car', 'seconds': " SAMPLE_WAYS ", 'metres': " SAMPLE_WAYS " } ],\n" \
  "  'carers': [\n" \
  "    { 'id': 'anna', 'skills': [ 'nurse', 'care' ], 'contract_week': 600,\n" \
  "      'shifts': [ { 'from': '08:00', 'to': '12:00', 'start_place': 'centre',\n" \
  "                    'break': { 'from': '09:00', 'to': '11:30', 'length': 15 } },\n" \
  "                  { 'from': '2026-03-03T08:00', 'to': '2026-03-03T12:00',\n" \
  "                    'start_place': 'centre' } ] },\n" \
  "    { 'id': 'ben', 'skills': [ 'care' ],\n" \
  "      'shifts': [ { 'from': '08:00', 'to': '12:00', 'start_place': 'centre' } ] } ],\n" \
  "  'visits': [\n" \
  "    { 'id': 'wash', 'place': 'mill', 'client': 'c1', 'duration': 30, 'priority': 'vital',\n" \
  "      'skills': [ 'care' ], 'windows': [ { 'from': '08:00', 'to': '10:00',\n" \
  "                                           'wish_to': '09:00' } ] },\n" \
  "    { 'id': 'insulin', 'place': 'abbey', 'client': 'c2', 'duration': 10,\n" \
  "      'skills': [ 'nurse' ], 'windows': [ { 'from': '08:00', 'to': '09:30' } ] },\n" \
  "    { 'id': 'lift-1', 'place': 'bridge', 'client': 'c3', 'duration': 20,\n" \
  "      'windows': [ { 'from': '09:00', 'to': '11:00' } ] },\n" \
  "    { 'id': 'lift-2', 'place': 'bridge', 'client': 'c3', 'duration': 20,\n" \
  "      'windows': [ { 'from': '09:00', 'to': '11:00' } ] },\n" \
  "    { 'id': 'later', 'place': 'mill', 'client': 'c1', 'duration': 30.5,\n" \
  "      'windows': [ { 'from': '2026-03-03T09:00', 'to': '2026-03-03T10:00' } ] },\n" \
  "    { 'id': 'surgeon', 'place': 'mill', 'duration': 30, 'priority': 'postponable',\n" \
  "      'skills': [ 'surgery' ] } ],\n" \
  "  'links': [ { 'first': 'lift-1', 'second': 'lift-2', 'least': 0, 'most': 0,\n" \
  "               'carers': 'different' } ],\n" \
  "  'affinities': [ { 'client': 'c1', 'carer': 'anna', 'kind': 'preferred' } ],\n" \
  "  'weights': { 'not_preferred': 1000 } }\n"

/* The sample with one text put in the place of another, which it must hold. */
static inline char *
plan_sample (const char *old, const char *new)
{
  GString *text = g_string_new (SAMPLE);

  if (old != NULL)
    g_assert_cmpuint (g_string_replace (text, old, new, 1), ==, 1);
  g_string_replace (text, "'", "\"", 0);
  return g_string_free (text, FALSE);
}
