/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a line of a file becomes a person with what belongs to it. Thread of the connection. */

#include "ent-person-import.h"

#include "ent-agent.h"
#include "ent-bank-account.h"
#include "ent-civil-status.h"
#include "ent-contact-point.h"
#include "ent-country.h"
#include "ent-date.h"
#include "ent-person-enums.h"
#include "ent-person-import-private.h"
#include "ent-person.h"
#include "ent-sql.h"
#include "ent-text.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const EntImportField fields[] = {
  { "last_name", N_("Last name"),
    "nom|nom de famille|nom de naissance|nom usager|naam|achternaam|familienaam|name|surname|"
    "family name|familienname|nachname" },
  { "first_names", N_("First names"),
    "prenom|prenoms|voornaam|voornamen|first name|given name|vorname|vornamen" },
  { "usual_name", N_("Usual name"),
    "nom d usage|nom usuel|nom d epoux|nom marital|roepnaam|gebruiksnaam|rufname" },
  { "sex", N_("Sex"), "sexe|genre|civilite|geslacht|gender|geschlecht" },
  { "birth_date", N_("Date of birth"),
    "date de naissance|naissance|ne le|ne e le|geboortedatum|geboren op|geburtsdatum|birth date|"
    "birthday|dob" },
  { "birth_place", N_("Place of birth"),
    "lieu de naissance|ne a|geboorteplaats|geburtsort|birthplace|birth place" },
  { "national_number", N_("National register number"),
    "niss|numero niss|no niss|n niss|nrn|numero national|no national|n national|"
    "registre national|numero de registre national|n registre national|bis|insz|"
    "rijksregisternummer|rijksregister|inss|nationalregisternummer|nationalnummer|ssin" },
  { "nationality", N_("Nationality"), "nationalite|nationaliteit|staatsangehorigkeit" },
  { "residence_title", N_("Residence title"),
    "titre de sejour|sejour|verblijfstitel|verblijfsdocument|aufenthaltstitel" },
  { "residence_until", N_("Residence title valid until"),
    "fin de sejour|fin titre de sejour|sejour jusqu au|geldig tot" },
  { "language", N_("Language"), "langue|taal|sprache" },
  { "interpreter_needed", N_("Needs an interpreter"), "interprete|tolk|dolmetscher" },
  { "deceased_on", N_("Deceased on"),
    "deces|date de deces|decede le|overleden op|datum overlijden|verstorben am" },
  { "civil_status", N_("Civil status"), "etat civil|burgerlijke staat|familienstand|zivilstand" },
  { "reference_worker", N_("Reference worker"),
    "travailleur social|assistant social|as|referent|travailleur|maatschappelijk werker|"
    "dossierbeheerder|worker|sozialarbeiter" },
  { "remark", N_("Remark"), "remarque|remarques|commentaire|observations|opmerking|opmerkingen|"
    "bemerkung|notes|note" },
  { "address.line", N_("Address in one piece"),
    "adresse complete|adresse|adres|volledig adres|anschrift|address|domicile" },
  { "address.street", N_("Street"), "rue|adresse rue|straat|strasse|voie|street" },
  { "address.number", N_("Number"), "numero|n|no|num|nr|huisnummer|hausnummer|numero de maison" },
  { "address.box", N_("Box"), "boite|bte|bus|busnummer|box" },
  { "address.postcode", N_("Postcode"), "code postal|cp|postcode|postnummer|plz|postleitzahl|zip" },
  { "address.locality", N_("Locality"),
    "localite|commune|ville|gemeente|plaats|woonplaats|ort|stadt|city" },
  { "mobile", N_("Mobile phone"), "gsm|mobile|portable|mobiel|handy|tel gsm" },
  { "phone", N_("Phone"), "telephone|tel|telephone fixe|tel fixe|fixe|telefoon|telefon" },
  { "e_mail", N_("E-mail"), "e mail|email|mail|courriel|adresse mail|adresse e mail" },
  { "iban", N_("IBAN"), "compte|numero de compte|compte bancaire|n de compte|rekening|"
    "rekeningnummer|konto|kontonummer" },
};
/* clang-format on */

/* What a line needs to know of the register and of the lines before it. */
typedef struct
{
  GHashTable *countries; /* folded name, code or adjective → id (gint64 *) */
  GHashTable *workers; /* folded name or login → id */
  GHashTable *numbers; /* register number → line, of this file */
  GHashTable *persons; /* name with date of birth, phone or address → Seen, of this file */
} Context;

/* A line that was read before. */
typedef struct
{
  guint line;
  gboolean numbered; /* it has a register number */
} Seen;

static void
add_name (GHashTable *table, const char *name, gint64 id)
{
  g_autofree char *folded = ent_text_fold (name);

  if (*folded != '\0' && !g_hash_table_contains (table, folded))
    g_hash_table_insert (table, g_steal_pointer (&folded), g_memdup2 (&id, sizeof id));
}

static void
add_country (Context *self, EntCountry *country)
{
  const char *const names[] = {
    country->code,    country->name_fr, country->name_nl,
    country->name_de, country->name_en, country->nationality_fr,
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    add_name (self->countries, names[i], ent_record_get_id (country));
}

static void
add_worker (Context *self, EntAgent *agent)
{
  const char *first = agent->first_name != NULL ? agent->first_name : "";
  g_autofree char *name = g_strdup_printf ("%s %s", first, agent->last_name);
  g_autofree char *inverted = g_strdup_printf ("%s %s", agent->last_name, first);

  add_name (self->workers, name, ent_record_get_id (agent));
  add_name (self->workers, inverted, ent_record_get_id (agent));
  add_name (self->workers, agent->login, ent_record_get_id (agent));
}

static void
import_end (gpointer context)
{
  Context *self = context;

  g_hash_table_unref (self->countries);
  g_hash_table_unref (self->workers);
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->persons);
  g_free (self);
}

static gpointer
import_begin (EntDb *db, GError **error)
{
  g_autoptr (GPtrArray) countries = NULL;
  g_autoptr (GPtrArray) agents = NULL;
  Context *self;

  countries = ent_sql_load (db, &ent_country_schema, NULL, ENT_NO_ARGS, error);
  if (countries == NULL)
    return NULL;
  agents = ent_sql_load (db, &ent_agent_schema, NULL, ENT_NO_ARGS, error);
  if (agents == NULL)
    return NULL;

  self = g_new0 (Context, 1);
  self->countries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->workers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->persons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < countries->len; i++)
    add_country (self, g_ptr_array_index (countries, i));
  for (guint i = 0; i < agents->len; i++)
    add_worker (self, g_ptr_array_index (agents, i));
  return self;
}

/* A choice by what people write, else by its label, which tells what is wrong as well. */
static void
read_choice (EntImportRow *row,
             const char *field,
             gpointer draft,
             const char *column,
             const char *(*nick_of) (const char *text))
{
  const char *text = ent_import_row_get (row, field);
  const char *nick = text != NULL ? nick_of (text) : NULL;

  if (text != NULL)
    ent_import_row_put (row, field, draft, column, nick != NULL ? nick : text);
}

static gint64
read_reference (EntImportRow *row, const char *field, GHashTable *known, const char *message)
{
  const char *text = ent_import_row_get (row, field);
  g_autofree char *folded = text != NULL ? ent_text_fold (text) : NULL;
  gint64 *id = folded != NULL ? g_hash_table_lookup (known, folded) : NULL;

  if (text == NULL)
    return 0;
  ent_import_row_show (row, field, text);
  if (id == NULL)
    ent_issues_add (row->issues, field, message, text);
  return id != NULL ? *id : 0;
}

static void
read_person (Context *self, EntImportRow *row)
{
  static const char *const plain[] = {
    "last_name",          "first_names",     "usual_name",      "birth_date",
    "birth_place",        "national_number", "residence_title", "residence_until",
    "interpreter_needed", "deceased_on",     "remark",
  };
  EntPerson *person = ent_import_row_add (row, ENT_TYPE_PERSON);

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    ent_import_row_read (row, plain[i], person, plain[i]);
  read_choice (row, "sex", person, "sex", ent_person_import_sex);
  read_choice (row, "language", person, "language", ent_person_import_language);
  person->nationality_id = read_reference (
      row, "nationality", self->countries,
      _ ("“%s” is neither a country nor a nationality that is known here."));
  person->reference_worker_id = read_reference (
      row, "reference_worker", self->workers,
      _ ("There is no agent called “%s”. Add the agent first, or leave this column out."));
  ent_import_row_check (row, person, "", "last_name");
}

/* Several lines about one number, or somebody who is known already. */
static void
read_number (Context *self, EntDb *db, EntImportRow *row)
{
  const char *number = ENT_PERSON (g_ptr_array_index (row->drafts, 0))->national_number;
  guint line;

  if (number == NULL || ent_issues_for (row->issues, "national_number") != NULL)
    return;

  line = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, number));
  if (line != 0)
    {
      ent_issues_add (row->issues, "national_number", _ ("Line %u has the same number."), line);
      return;
    }
  g_hash_table_insert (self->numbers, g_strdup (number), GUINT_TO_POINTER (row->line));
  row->existing_id = ent_person_import_query_number (db, number);
}

static void
put_part (EntImportRow *row,
          const char *field,
          EntAddress *address,
          const char *column,
          const char *text)
{
  if (text != NULL)
    ent_import_row_put (row, field, address, column, text);
}

/* One cell with the whole address; a cell of its own for a part goes before. */
static void
read_address_line (EntImportRow *row, EntAddress *address)
{
  const char *line = ent_import_row_get (row, "address.line");
  EntImportAddress parts;

  if (line == NULL)
    return;
  parts = ent_person_import_split_address (line);
  if (address->street == NULL)
    {
      put_part (row, "address.line", address, "street", parts.street);
      if (address->number == NULL)
        put_part (row, "address.line", address, "number", parts.number);
      if (address->box == NULL)
        put_part (row, "address.line", address, "box", parts.box);
    }
  if (address->postcode == NULL)
    put_part (row, "address.line", address, "postcode", parts.postcode);
  if (address->locality == NULL)
    put_part (row, "address.line", address, "locality", parts.locality);
  ent_import_address_clear (&parts);
}

/* Many files have the number of the house in the cell of the street. */
static void
read_street (EntImportRow *row, EntAddress *address)
{
  const char *text = ent_import_row_get (row, "address.street");
  EntImportAddress parts;

  if (text == NULL)
    return;
  if (ent_import_row_get (row, "address.number") != NULL)
    {
      ent_import_row_put (row, "address.street", address, "street", text);
      return;
    }
  parts = ent_person_import_split_street (text);
  put_part (row, "address.street", address, "street", parts.street);
  put_part (row, "address.street", address, "number", parts.number);
  put_part (row, "address.street", address, "box", parts.box);
  ent_import_address_clear (&parts);
}

static void
read_address (EntImportRow *row)
{
  static const char *const used[] = {
    "address.line", "address.street",   "address.number",
    "address.box",  "address.postcode", "address.locality",
  };
  const char *first = NULL;
  EntAddress *address;

  for (guint i = G_N_ELEMENTS (used); i-- > 0;)
    if (ent_import_row_get (row, used[i]) != NULL)
      first = used[i];
  if (first == NULL)
    return;

  address = ent_import_row_add (row, ENT_TYPE_ADDRESS);
  address->kind = ENT_ADDRESS_DOMICILE;
  read_street (row, address);
  ent_import_row_read (row, "address.number", address, "number");
  ent_import_row_read (row, "address.box", address, "box");
  ent_import_row_read (row, "address.postcode", address, "postcode");
  ent_import_row_read (row, "address.locality", address, "locality");
  read_address_line (row, address);
  ent_import_row_check (row, address, "address.", first);
}

/* @kind 0: a number tells by itself whether it is a mobile. */
static void
read_contact (EntImportRow *row, const char *field, EntContactKind kind)
{
  EntContactPoint *contact;

  if (ent_import_row_get (row, field) == NULL)
    return;
  contact = ent_import_row_add (row, ENT_TYPE_CONTACT_POINT);
  ent_import_row_read (row, field, contact, "value");
  contact->kind = (int) kind;
  contact->preferred = kind == ENT_CONTACT_MOBILE;
  if (kind == ENT_CONTACT_LANDLINE)
    {
      contact->kind = 0;
      ent_contact_point_schema.prepare (ENT_RECORD (contact));
      if (contact->kind != ENT_CONTACT_MOBILE)
        contact->kind = ENT_CONTACT_LANDLINE;
    }
  ent_import_row_check (row, contact, "", field);
}

static void
read_others (EntImportRow *row)
{
  EntBankAccount *account;
  EntCivilStatus *civil;

  read_contact (row, "mobile", ENT_CONTACT_MOBILE);
  read_contact (row, "phone", ENT_CONTACT_LANDLINE);
  read_contact (row, "e_mail", ENT_CONTACT_E_MAIL);
  if (ent_import_row_get (row, "iban") != NULL)
    {
      account = ent_import_row_add (row, ENT_TYPE_BANK_ACCOUNT);
      ent_import_row_read (row, "iban", account, "iban");
      ent_import_row_check (row, account, "", "iban");
    }
  if (ent_import_row_get (row, "civil_status") != NULL)
    {
      civil = ent_import_row_add (row, ENT_TYPE_CIVIL_STATUS);
      read_choice (row, "civil_status", civil, "status", ent_person_import_civil_status);
      if (civil->status != 0)
        ent_import_row_check (row, civil, "", "civil_status");
    }
}

/* The line that said the same of somebody; the first one keeps its place. Two lines with a register
 * number each are two persons: equal numbers were found before. */
static guint
see (Context *self, EntImportRow *row, char *key, gboolean numbered)
{
  g_autofree char *owned = key;
  Seen *seen = g_hash_table_lookup (self->persons, owned);

  if (seen != NULL)
    return seen->numbered && numbered ? 0 : seen->line;
  seen = g_new (Seen, 1);
  seen->line = row->line;
  seen->numbered = numbered;
  g_hash_table_insert (self->persons, g_steal_pointer (&owned), seen);
  return 0;
}

/* Name and date of birth together are taken for the person. */
static void
read_namesake (Context *self, EntDb *db, EntImportRow *row, EntPerson *person)
{
  g_autofree char *birth = ent_day_to_iso (person->birth_date);
  guint line = see (self, row, g_strdup_printf ("%s|%s", person->sort_key, birth),
                    person->national_number != NULL);

  if (line != 0)
    {
      ent_issues_add (row->issues, NULL, _ ("Line %u has the same name and date of birth."), line);
      return;
    }
  if (row->existing_id != 0)
    return;
  row->existing_id = ent_person_import_query_namesake (db, person);
  if (row->existing_id != 0)
    {
      g_autofree char *name = g_strjoin (" ", person->last_name, person->first_names, NULL);
      g_autofree char *day = ent_day_format (person->birth_date, ENT_DAY_NUMERIC);

      /* Translators: a name, a date */
      ent_issues_warn (row->issues, NULL, _ ("Already in the register: %s, born %s."), name, day);
    }
}

/* Without a date of birth nobody is taken for somebody else: what is alike is only told. */
static void
read_look_alike (Context *self, EntDb *db, EntImportRow *row, EntPerson *person)
{
  gboolean numbered = person->national_number != NULL;
  gboolean known = FALSE;

  for (guint i = 1; i < row->drafts->len; i++)
    {
      gpointer draft = g_ptr_array_index (row->drafts, i);
      char *detail = ent_person_import_detail (draft);
      guint line;

      if (detail == NULL)
        continue;
      line = see (self, row, g_strconcat (person->sort_key, "|", detail, NULL), numbered);
      g_free (detail);
      if (line != 0)
        {
          ent_issues_warn (row->issues, NULL,
                           _ ("Line %u has the same name and the same phone or address: perhaps "
                              "the same person."),
                           line);
          return;
        }
      known = known || ent_person_import_query_look_alike (db, person, draft);
    }
  if (known)
    ent_issues_warn (row->issues, NULL,
                     _ ("Somebody in the register has the same name and the same phone or address: "
                        "perhaps the same person."));
}

static void
import_read (gpointer context, EntDb *db, EntImportRow *row)
{
  EntPerson *person;

  read_person (context, row);
  read_address (row);
  read_others (row);
  read_number (context, db, row);

  /* A line that is refused does not stand in the way of its correction further down. */
  person = g_ptr_array_index (row->drafts, 0);
  if (ent_issues_n_errors (row->issues) > 0)
    return;
  if (person->birth_date != ENT_DAY_NONE)
    read_namesake (context, db, row, person);
  else if (row->existing_id == 0)
    read_look_alike (context, db, row, person);
}

const EntImportKind ent_person_import = {
  .id = "person",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .begin = import_begin,
  .end = import_end,
  .read = import_read,
  .write = ent_person_import_write,
};
