/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small register of official addresses. */
#include "address-register.h"

#include <glib/gstdio.h>

#include "ent-region-build.h"

/* clang-format off */
static const RegisterTown towns[] = {
  { "1030", "Schaerbeek", "Schaarbeek", NULL, "BE-BRU", 50.8676, 4.3737 },
  { "1140", "Evere", "Evere", NULL, "BE-BRU", 50.8704, 4.4034 },
  { "4000", "Liège", "Luik", "Lüttich", "BE-WAL", 50.6326, 5.5797 },
  { "4020", "Liège", "Luik", "Lüttich", "BE-WAL", 50.6330, 5.5930 },
  { "4870", "Trooz", NULL, NULL, "BE-WAL", 50.5730, 5.6890 },
  { "4700", "Eupen", "Eupen", "Eupen", "BE-WAL", 50.6279, 6.0365 },
};

const RegisterStreet register_streets[] = {
  { "1030", "Avenue Paul Deschanel", "Paul Deschanellaan", NULL },
  { "1030", "Rue Royale Sainte-Marie", "Koninklijke Sinte-Mariastraat", NULL },
  { "1030", "Place Colignon", "Colignonplein", NULL },
  { "1030", "Rue Gallait", "Gallaitstraat", NULL },
  { "1030", "Boulevard Lambermont", "Lambermontlaan", NULL },
  { "1030", "Chaussée de Haecht", "Haachtsesteenweg", NULL },
  { "1030", "Rue des Coteaux", "Wijnheuvelenstraat", NULL },
  { "1030", "Avenue Louis Bertrand", "Louis Bertrandlaan", NULL },
  { "1030", "Rue Josaphat", "Josafatstraat", NULL },
  { "1030", "Place de la Reine", "Koninginplein", NULL },
  { "1030", "Rue de la Reine", "Koninginstraat", NULL },
  { "1030", "Rue de l'Olivier", "Olijfboomstraat", NULL },
  { "1030", "Avenue Rogier", "Rogierlaan", NULL },
  { "1030", "Rue Rogier", "Rogierstraat", NULL },
  { "1030", "Rue du Noyer", "Notelaarsstraat", NULL },
  { "1030", "Avenue Eugène Demolder", "Eugène Demolderlaan", NULL },
  { "1030", "Square François Riga", "François Rigasquare", NULL },
  { "1030", "Avenue Huart Hamoir", "Huart Hamoirlaan", NULL },
  { "1030", "Rue Van Schoor", "Van Schoorstraat", NULL },
  { "1030", "Rue d'Anethan", "d'Anethanstraat", NULL },
  { "1030", "Place Général Meiser", "Generaal Meiserplein", NULL },
  { "1030", "Avenue Émile Zola", "Émile Zolalaan", NULL },
  { "1030", "Rue Général Gratry", "Generaal Gratrystraat", NULL },
  { "1140", "Avenue Henri Conscience", "Hendrik Consciencelaan", NULL },
  { "1140", "Rue de Paris", "Parijsstraat", NULL },
  { "1140", "Chaussée de Haecht", "Haachtsesteenweg", NULL },
  { "1140", "Avenue des Anciens Combattants", "Oud-Strijderslaan", NULL },
  { "1140", "Rue du Doolegt", "Doolegtstraat", NULL },
  { "1140", "Square Saint-Vincent", "Sint-Vincentiussquare", NULL },
  { "4000", "Rue Saint-Gilles", NULL, NULL },
  { "4000", "Boulevard d'Avroy", NULL, NULL },
  { "4000", "Boulevard de la Sauvenière", NULL, NULL },
  { "4000", "Rue Louvrex", NULL, NULL },
  { "4000", "Place Saint-Lambert", NULL, NULL },
  { "4000", "Rue Hors-Château", NULL, NULL },
  { "4000", "Rue de la Casquette", NULL, NULL },
  { "4000", "Rue du Pont d'Avroy", NULL, NULL },
  { "4000", "Place du Vingt Août", NULL, NULL },
  { "4000", "Rue de l'Université", NULL, NULL },
  { "4000", "Rue Sainte-Marguerite", NULL, NULL },
  { "4000", "Rue Sainte-Walburge", NULL, NULL },
  { "4000", "Rue Saint-Séverin", NULL, NULL },
  { "4000", "Quai de Rome", NULL, NULL },
  { "4000", "Rue des Guillemins", NULL, NULL },
  { "4000", "Rue du Plan Incliné", NULL, NULL },
  { "4000", "Avenue de l'Observatoire", NULL, NULL },
  { "4000", "Rue Henri Maus", NULL, NULL },
  { "4000", "Rue de Campine", NULL, NULL },
  { "4000", "Rue de l'Académie", NULL, NULL },
  { "4000", "Rue Léopold", NULL, NULL },
  { "4000", "Montagne de Bueren", NULL, NULL },
  { "4000", "Rue Mont-Saint-Martin", NULL, NULL },
  { "4000", "Rue Pierreuse", NULL, NULL },
  { "4000", "Thier à Liège", NULL, NULL },
  { "4020", "Quai de la Dérivation", NULL, NULL },
  { "4020", "Rue Grétry", NULL, NULL },
  { "4020", "Rue Puits-en-Sock", NULL, NULL },
  { "4020", "Boulevard de l'Est", NULL, NULL },
  { "4020", "Rue de Porto", NULL, NULL },
  { "4020", "Quai des Vennes", NULL, NULL },
  { "4020", "Rue Ernest Solvay", NULL, NULL },
  { "4020", "Place du Congrès", NULL, NULL },
  { "4020", "Rue Jean d'Outremeuse", NULL, NULL },
  { "4020", "Rue de l'Église", NULL, NULL },
  { "4020", "Avenue Georges Truffaut", NULL, NULL },
  { "4870", "Rue de l'Église", NULL, NULL },
  { "4870", "Grand'Rue", NULL, NULL },
  { "4870", "Rue Au Thier", NULL, NULL },
  { "4870", "Rue de la Station", NULL, NULL },
  { "4870", "Place Émile Vandervelde", NULL, NULL },
  { "4870", "Rue de Verviers", NULL, NULL },
  { "4870", "Rue Lileau", NULL, NULL },
  { "4870", "Rue du 11 Novembre", NULL, NULL },
  { "4870", "Chemin des Écoliers", NULL, NULL },
  { "4870", "Bois de Péry", NULL, NULL },
  { "4870", "Rue Large Voie", NULL, NULL },
  { "4870", "Rue Haute (Prayon)", NULL, NULL },
  { "4870", "Rue Haute (Fraipont)", NULL, NULL },
  { "4870", "Rue Franklin (Nessonvaux)", NULL, NULL },
  { "4870", "Clos de la Fenderie", NULL, NULL },
  { "4700", "Rue de la Montagne", NULL, "Bergstraße" },
  { "4700", "Rue Gospert", NULL, "Gospertstraße" },
  { "4700", "Rue Neuve", NULL, "Neustraße" },
  { "4700", NULL, NULL, "Aachener Straße" },
  { "4700", NULL, NULL, "Klosterstraße" },
  { "4700", NULL, NULL, "Kirchstraße" },
  { "4700", NULL, NULL, "Marktplatz" },
  { "4700", NULL, NULL, "Werthplatz" },
  { "4700", NULL, NULL, "Haasstraße" },
  { "4700", NULL, NULL, "Hochstraße" },
  { "4700", NULL, NULL, "Herbesthaler Straße" },
  { "4700", NULL, NULL, "Simarstraße" },
  { "4700", NULL, NULL, "Schönefelder Weg" },
  { "4700", NULL, NULL, "Judenstraße" },
  { "4700", NULL, NULL, "Am Clown" },
  { "4700", NULL, NULL, "Hisselsgasse" },
};
/* clang-format on */

const guint n_register_streets = G_N_ELEMENTS (register_streets);

static const char *const numbers[] = { "1", "2",  "3", "3bis", "4",  "5",  "6",  "7",
                                       "8", "8A", "9", "10",   "11", "14", "15", "19-21" };

static char *folder;
static EntAddresses *addresses;

const RegisterTown *
register_town (const char *postcode)
{
  for (gsize i = 0; i < G_N_ELEMENTS (towns); i++)
    {
      if (g_str_equal (towns[i].postcode, postcode))
        return &towns[i];
    }
  g_assert_not_reached ();
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

/* Streets lie 300 metres apart around their town, houses 10 metres along them. */
static void
append_house (GString *csv, guint street, guint house, guint box)
{
  const RegisterStreet *row = &register_streets[street];
  const RegisterTown *town = register_town (row->postcode);
  double latitude = town->latitude + 0.003 * (street % 5);
  double longitude = town->longitude + 0.004 * (street / 5 % 6);
  g_autofree char *box_text = box > 0 ? g_strdup_printf ("%u", box) : g_strdup ("");

  g_string_append_printf (csv,
                          "0.00000,0.00000,%.5f,%.5f,%u,%s,%s,1,%s,%s,%s,%s,%s,%s,%u,%s,%s,%s,"
                          "%s,current\n",
                          latitude + 0.0001 * (double) house,
                          longitude + (house % 2 == 0 ? 0.0002 : 0.0), street * 1000 + house,
                          box_text, numbers[house], or_empty (town->de), or_empty (town->fr),
                          or_empty (town->nl), row->postcode, or_empty (town->fr),
                          or_empty (town->nl), street, or_empty (row->de), or_empty (row->fr),
                          or_empty (row->nl), town->region);
}

char *
register_csv (void)
{
  GString *csv = g_string_new (
      "EPSG:31370_x,EPSG:31370_y,EPSG:4326_lat,EPSG:4326_lon,address_id,box_number,house_number,"
      "municipality_id,municipality_name_de,municipality_name_fr,municipality_name_nl,postcode,"
      "postname_fr,postname_nl,street_id,streetname_de,streetname_fr,streetname_nl,region_code,"
      "status\n");

  for (guint street = 0; street < n_register_streets; street++)
    {
      for (guint house = 0; house < G_N_ELEMENTS (numbers); house++)
        {
          append_house (csv, street, house, 0);
          if (house == 4)
            append_house (csv, street, house, 1);
        }
    }
  return g_string_free_and_steal (csv);
}

const char *
register_folder (void)
{
  if (folder == NULL)
    folder = g_dir_make_tmp ("entraide-addresses-XXXXXX", NULL);
  g_assert_nonnull (folder);
  return folder;
}

EntRegion *
register_build (const char *const *texts, GError **error)
{
  g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *extract = g_test_build_filename (G_TEST_DIST, "..", "data", "demo",
                                                    "wechelderzande-be.osm.pbf", NULL);
  static guint n_made;
  g_autofree char *name = g_strdup_printf ("%u.region", n_made++);
  g_autofree char *target = g_build_filename (register_folder (), name, NULL);
  EntRegionSources sources = { extract, NULL, "Test" };

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      g_autofree char *base = g_strdup_printf ("addresses-%u.csv", i);
      char *path = g_build_filename (register_folder (), base, NULL);

      g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
      g_ptr_array_add (paths, path);
    }
  g_ptr_array_add (paths, NULL);
  sources.address_paths = (const char *const *) paths->pdata;
  return ent_region_build (&sources, target, NULL, NULL, NULL, error)
             ? ent_region_open (target, error)
             : NULL;
}

EntAddresses *
register_addresses (void)
{
  g_autofree char *csv = NULL;
  g_autoptr(EntRegion) region = NULL;
  g_autoptr(GError) error = NULL;

  if (addresses != NULL)
    return addresses;
  csv = register_csv ();
  region = register_build ((const char *[]) { csv, NULL }, &error);
  g_assert_no_error (error);
  addresses = ent_addresses_open (region, &error);
  g_assert_no_error (error);
  return addresses;
}

void
register_clear (void)
{
  g_autoptr(GDir) dir = NULL;
  const char *name;

  g_clear_pointer (&addresses, ent_addresses_unref);
  if (folder == NULL)
    return;
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_clear_pointer (&folder, g_free);
}
