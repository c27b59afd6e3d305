/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the templates are in the program. */

#pragma once

#define ENT_RESOURCE "/org/entraide/Entraide/"
#define ENT_UI "/org/entraide/Entraide/ui/"
