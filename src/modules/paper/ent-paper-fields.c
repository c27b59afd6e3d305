/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields that every document has. Thread of the connection. */

#include "ent-paper-fields.h"

#include "ent-address-lines.h"
#include "ent-contact.h"
#include "ent-country.h"
#include "ent-date.h"
#include "ent-enterprise.h"
#include "ent-iban.h"
#include "ent-national-number.h"
#include "ent-paper-query.h"
#include "ent-paper-words.h"
#include "ent-person-documents.h"
#include "ent-person-enums.h"
#include "ent-person-query.h"
#include "ent-wording.h"

#include <glib/gi18n-lib.h>

static char *
two_words (const char *a, const char *b)
{
  if (a == NULL || b == NULL)
    return g_strdup (a != NULL ? a : b);
  return g_strdup_printf ("%s %s", a, b);
}

static void
take (EntFields *fields, const char *path, char *text)
{
  ent_fields_set (fields, path, text);
  g_free (text);
}

char *
ent_paper_agent_name (EntAgent *agent)
{
  return two_words (agent->first_name, agent->last_name);
}

char **
ent_paper_centre_lines (EntCentre *centre)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *street = two_words (centre->street, centre->number);
  g_autofree char *place = two_words (centre->postcode, centre->locality);

  if (street != NULL)
    g_strv_builder_add (builder, street);
  if (place != NULL)
    g_strv_builder_add (builder, place);
  return g_strv_builder_end (builder);
}

void
ent_paper_fill_centre (EntFields *fields, EntCentre *centre, const char *name)
{
  g_auto (GStrv) lines = ent_paper_centre_lines (centre);

  ent_fields_set (fields, "centre.name", centre->name != NULL ? centre->name : name);
  ent_fields_set (fields, "centre.municipality",
                  centre->municipality != NULL ? centre->municipality : centre->locality);
  take (fields, "centre.address", g_strjoinv (", ", lines));
  take (fields, "centre.street_line", two_words (centre->street, centre->number));
  ent_fields_set (fields, "centre.postcode", centre->postcode);
  ent_fields_set (fields, "centre.locality", centre->locality);
  take (fields, "centre.phone", centre->phone != NULL ? ent_phone_format (centre->phone) : NULL);
  ent_fields_set (fields, "centre.e_mail", centre->e_mail);
  ent_fields_set (fields, "centre.website", centre->website);
  take (fields, "centre.enterprise_number",
        centre->enterprise_number != NULL ? ent_enterprise_format (centre->enterprise_number)
                                          : NULL);
  take (fields, "centre.iban", centre->iban != NULL ? ent_iban_format (centre->iban) : NULL);
  ent_fields_set (fields, "centre.opening_hours", centre->opening_hours);
  ent_fields_set (fields, "document.place", centre->locality);
}

static void
fill_agent (EntFields *fields, const char *prefix, EntAgent *agent, const char *language)
{
  g_autofree char *name = g_strconcat (prefix, ".name", NULL);
  g_autofree char *function = g_strconcat (prefix, ".function", NULL);
  g_autofree char *phone = g_strconcat (prefix, ".phone", NULL);
  g_autofree char *e_mail = g_strconcat (prefix, ".e_mail", NULL);

  take (fields, name, agent != NULL ? ent_paper_agent_name (agent) : NULL);
  ent_fields_set (fields, function,
                  agent != NULL ? ent_paper_words_function (language, agent->function) : NULL);
  take (fields, phone,
        agent != NULL && agent->phone != NULL ? ent_phone_format (agent->phone) : NULL);
  ent_fields_set (fields, e_mail, agent != NULL ? agent->e_mail : NULL);
}

void
ent_paper_fill_agent (EntFields *fields, EntAgent *agent, const char *author, const char *language)
{
  fill_agent (fields, "agent", agent, language);
  if (agent == NULL)
    ent_fields_set (fields, "agent.name", author);
}

/* Those that hold on the day come as ent_address_is_current() tells; the order of kinds is that in
 * which they are asked for. */
static EntAddress *
address_on (GPtrArray *addresses, gint32 day, const int *kinds, guint n_kinds)
{
  for (guint k = 0; k < n_kinds; k++)
    for (guint i = 0; i < addresses->len; i++)
      {
        EntAddress *address = g_ptr_array_index (addresses, i);

        if (address->kind == kinds[k] && ent_address_is_current (address, day))
          return address;
      }
  return NULL;
}

static EntAddress *
home_on (GPtrArray *addresses, gint32 day)
{
  static const int kinds[] = { ENT_ADDRESS_DOMICILE, ENT_ADDRESS_REFERENCE, ENT_ADDRESS_RESIDENCE,
                               ENT_ADDRESS_TEMPORARY };

  return address_on (addresses, day, kinds, G_N_ELEMENTS (kinds));
}

static const char *
country_name (EntCountry *country, const char *language)
{
  if (g_str_equal (language, "nl") && country->name_nl != NULL)
    return country->name_nl;
  if (g_str_equal (language, "de") && country->name_de != NULL)
    return country->name_de;
  return country->name_fr;
}

char **
ent_paper_person_lines (EntDb *db, EntPerson *person, gint32 day, const char *language)
{
  static const int postal[] = { ENT_ADDRESS_POSTAL };
  g_autoptr (GPtrArray) addresses = ent_person_query_owned (db, &ent_address_schema,
                                                           ent_record_get_id (person), NULL);
  g_autofree char *name = ent_person_get_document_name (person);
  g_autoptr (EntCountry) country = NULL;
  EntAddress *address;

  if (addresses == NULL)
    return NULL;
  address = address_on (addresses, day, postal, 1);
  if (address == NULL)
    address = home_on (addresses, day);
  if (address == NULL)
    return NULL;
  country = ent_paper_query_record (db, &ent_country_schema, address->country_id, NULL);
  if (country != NULL && g_strcmp0 (country->code, "BE") == 0)
    g_clear_object (&country);
  return ent_address_lines (address, name,
                            country != NULL ? country_name (country, language) : NULL);
}

static void
fill_home (EntFields *fields, EntAddress *home)
{
  take (fields, "person.address", home != NULL ? ent_address_one_line (home) : NULL);
  take (fields, "person.street_line", home != NULL ? two_words (home->street, home->number) : NULL);
  ent_fields_set (fields, "person.postcode", home != NULL ? home->postcode : NULL);
  ent_fields_set (fields, "person.locality", home != NULL ? home->locality : NULL);
}

static void
fill_file (EntFields *fields, EntDb *db, EntPerson *person, const char *language)
{
  g_autofree char *number = NULL;
  g_autoptr (EntAgent) worker = NULL;

  ent_paper_query_open_file (db, ent_record_get_id (person), &number);
  ent_fields_set (fields, "file.number", number);
  worker = ent_paper_query_record (db, &ent_agent_schema, person->reference_worker_id, NULL);
  fill_agent (fields, "worker", worker, language);
}

gboolean
ent_paper_fill_person (EntFields *fields,
                       EntDb *db,
                       EntPerson *person,
                       gint32 day,
                       const char *language,
                       GError **error)
{
  g_autoptr (GPtrArray) addresses = ent_person_query_owned (db, &ent_address_schema,
                                                           ent_record_get_id (person), error);
  g_autoptr (EntCountry) country = NULL;

  if (addresses == NULL)
    return FALSE;
  country = ent_paper_query_record (db, &ent_country_schema, person->nationality_id, NULL);
  take (fields, "person.name", ent_person_get_document_name (person));
  ent_fields_set (fields, "person.last_name", person->last_name);
  ent_fields_set (fields, "person.first_names", person->first_names);
  ent_fields_set (fields, "person.civility", ent_paper_words_civility (language, person->sex));
  ent_fields_set_flag (fields, "person.woman", person->sex == ENT_SEX_FEMALE);
  ent_fields_set_flag (fields, "person.man", person->sex == ENT_SEX_MALE);
  ent_fields_set_flag (fields, "person.deceased", person->deceased_on != ENT_DAY_NONE);
  take (fields, "person.birth_date", ent_wording_day (language, person->birth_date));
  ent_fields_set (fields, "person.birth_place", person->birth_place);
  take (fields, "person.national_number",
        person->national_number != NULL ? ent_national_number_format (person->national_number)
                                        : NULL);
  ent_fields_set (fields, "person.nationality",
                  country != NULL ? country_name (country, language) : NULL);
  fill_home (fields, home_on (addresses, day));
  fill_file (fields, db, person, language);
  return TRUE;
}
