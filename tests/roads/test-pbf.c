/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading extracts: whole ones, other ones, damaged ones. */
#include "ent-pbf.h"

#include <string.h>

#include "ent-roads-error.h"
#include "roads-toy.h"

/* What was told, as text that two readings are compared by. */
typedef struct
{
  GString *nodes, *ways, *relations;
  guint n_nodes, n_ways, n_relations;
  guint64 sum;
} Told;

static void
tell_tags (GString *text, const EntPbfTags *tags)
{
  for (guint i = 0; i < tags->n; i++)
    g_string_append_printf (text, " %s=%s", ent_pbf_tag_key (tags, i), ent_pbf_tag_value (tags, i));
  g_string_append_c (text, '\n');
}

static void
node_cb (const EntPbfNode *node, const EntPbfTags *tags, gpointer data)
{
  Told *told = data;

  told->n_nodes++;
  g_string_append_printf (told->nodes, "%" G_GINT64_FORMAT " %d %d", node->id, node->place.latitude,
                          node->place.longitude);
  tell_tags (told->nodes, tags);
}

static void
way_cb (const EntPbfWay *way, const EntPbfTags *tags, gpointer data)
{
  Told *told = data;

  told->n_ways++;
  g_string_append_printf (told->ways, "%" G_GINT64_FORMAT ":", way->id);
  for (guint i = 0; i < way->n_refs; i++)
    g_string_append_printf (told->ways, " %" G_GINT64_FORMAT, way->refs[i]);
  tell_tags (told->ways, tags);
}

static void
relation_cb (const EntPbfRelation *relation, const EntPbfTags *tags, gpointer data)
{
  Told *told = data;

  told->n_relations++;
  g_string_append_printf (told->relations, "%" G_GINT64_FORMAT ":", relation->id);
  for (guint i = 0; i < relation->n_members; i++)
    g_string_append_printf (told->relations, " %d%" G_GINT64_FORMAT "%s", relation->members[i].kind,
                            relation->members[i].id, relation->members[i].role);
  tell_tags (told->relations, tags);
}

static const EntPbfHandler handler = { node_cb, way_cb, relation_cb, NULL };

static void
told_init (Told *told)
{
  *told = (Told) { g_string_new (NULL), g_string_new (NULL), g_string_new (NULL) };
}

static void
told_clear (Told *told)
{
  g_string_free (told->nodes, TRUE);
  g_string_free (told->ways, TRUE);
  g_string_free (told->relations, TRUE);
}

static Toy *
make_toy (void)
{
  Toy *toy = toy_new ();

  toy_node (toy, 1, 0, 0, "");
  toy_node (toy, 5, 100, -100, "barrier=gate name=Là");
  toy_node (toy, 3, -100, 100, "");
  toy_way (toy, 7, "1 5 3 1", "highway=residential name=Rue");
  toy_way (toy, 6, "3 1", "");
  toy_relation (toy, 9, "w7/from n1/via w6/to r9/", "type=restriction");
  return toy;
}

static void
check_toy (ToyForm form)
{
  g_autoptr (Toy) toy = make_toy ();
  g_autoptr (GBytes) bytes = toy_write (toy, form);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntPbf) pbf = ent_pbf_new (bytes, &error);
  EntE7 place = ent_e7_from_point (toy_point (100, -100));
  g_autofree char *line = NULL;
  Told told;

  g_assert_no_error (error);
  told_init (&told);
  g_assert_true (ent_pbf_read (pbf, &handler, &told, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (told.n_nodes, ==, 3);
  line = g_strdup_printf ("\n5 %d %d barrier=gate name=Là\n3 ", place.latitude, place.longitude);
  g_assert_nonnull (strstr (told.nodes->str, line));
  g_assert_cmpstr (told.ways->str, ==, "7: 1 5 3 1 highway=residential name=Rue\n6: 3 1\n");
  g_assert_cmpstr (told.relations->str, ==, "9: 17from 01via 16to 29 type=restriction\n");
  g_assert_cmpint (ent_pbf_get_time (pbf), ==, 1474070400);
  g_assert_cmpfloat (ent_pbf_get_box (pbf).south, ==, 50.5);
  g_assert_cmpfloat (ent_pbf_get_box (pbf).east, ==, 5.7);
  told_clear (&told);
}

static void
test_forms (void)
{
  check_toy (TOY_PLAIN);
  check_toy (TOY_RAW);
  check_toy (TOY_SPARSE);
  check_toy (TOY_RAW | TOY_BACKWARDS);
}

static void
lookup_cb (const EntPbfWay *way, const EntPbfTags *tags, gpointer data)
{
  guint *n = data;

  if (way->id != 7)
    return;
  g_assert_cmpstr (ent_pbf_tag (tags, "highway"), ==, "residential");
  g_assert_cmpstr (ent_pbf_tag (tags, "name"), ==, "Rue");
  g_assert_null (ent_pbf_tag (tags, "barrier"));
  g_assert_null (ent_pbf_tag (tags, ""));
  (*n)++;
}

static void
test_tags (void)
{
  const EntPbfHandler looker = { .way = lookup_cb };
  g_autoptr (Toy) toy = make_toy ();
  g_autoptr (GBytes) bytes = toy_write (toy, TOY_PLAIN);
  g_autoptr (EntPbf) pbf = ent_pbf_new (bytes, NULL);
  guint n = 0;

  g_assert_true (ent_pbf_read (pbf, &looker, &n, NULL, NULL));
  g_assert_cmpuint (n, ==, 1);
}

/* One kind after the other tells the same as all at once, in any order of asking. */
static void
test_passes (void)
{
  const EntPbfHandler parts[] = { { .relation = relation_cb },
                                  { .node = node_cb },
                                  { .way = way_cb } };
  g_autoptr (GBytes) bytes = toy_village ();
  g_autoptr (EntPbf) pbf = ent_pbf_new (bytes, NULL);
  g_autoptr (EntPbf) other = ent_pbf_new (bytes, NULL);
  Told whole, pieces;

  told_init (&whole);
  told_init (&pieces);
  g_assert_true (ent_pbf_read (pbf, &handler, &whole, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_assert_true (ent_pbf_read (other, &parts[i], &pieces, NULL, NULL));
  g_assert_cmpuint (whole.n_nodes, ==, 11582);
  g_assert_cmpuint (whole.n_ways, ==, 2342);
  g_assert_cmpstr (whole.nodes->str, ==, pieces.nodes->str);
  g_assert_cmpstr (whole.ways->str, ==, pieces.ways->str);
  g_assert_cmpuint (whole.n_relations, ==, pieces.n_relations);
  told_clear (&whole);
  told_clear (&pieces);
}

static void
expect (GByteArray *file, EntRoadsError code)
{
  g_autoptr (GBytes) bytes = g_byte_array_free_to_bytes (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntPbf) pbf = ent_pbf_new (bytes, &error);
  Told told;

  told_init (&told);
  if (pbf != NULL)
    g_assert_false (ent_pbf_read (pbf, &handler, &told, NULL, &error));
  g_assert_error (error, ENT_ROADS_ERROR, (int) code);
  told_clear (&told);
}

static GByteArray *
start_file (void)
{
  g_autoptr (Toy) toy = make_toy ();
  g_autoptr (GBytes) bytes = toy_write (toy, TOY_PLAIN);
  GByteArray *file = g_byte_array_new ();

  g_byte_array_append (file, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
  return file;
}

static void
test_refused (void)
{
  g_autoptr (Toy) history = make_toy ();
  g_autoptr (GByteArray) some = g_byte_array_new ();
  GByteArray *file;

  g_byte_array_append (some, (const guint8 *) "content", 7);
  expect (g_byte_array_new (), ENT_ROADS_ERROR_FOREIGN);
  file = g_byte_array_new ();
  g_byte_array_append (file, (const guint8 *) "%PDF-1.7 and what else there is", 31);
  expect (file, ENT_ROADS_ERROR_FOREIGN);
  for (guint form = 4; form <= 7; form++)
    {
      file = start_file ();
      toy_append_blob (file, "OSMData", form, some);
      expect (file, ENT_ROADS_ERROR_UNSUPPORTED);
    }
  file = g_byte_array_new ();
  toy_append_blob (file, "OSMData", 1, some);
  expect (file, ENT_ROADS_ERROR_FOREIGN);
  toy_require (history, "HistoricalInformation");
  expect (g_bytes_unref_to_array (toy_write (history, TOY_PLAIN)), ENT_ROADS_ERROR_UNSUPPORTED);
}

/* Kinds of blobs that nobody knows are passed over, as the format asks. */
static void
test_unknown_blob (void)
{
  g_autoptr (GByteArray) some = g_byte_array_new ();
  GByteArray *file = start_file ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (EntPbf) pbf = NULL;
  Told told;

  g_byte_array_append (some, (const guint8 *) "content", 7);
  toy_append_blob (file, "Gossip", 5, some);
  bytes = g_byte_array_free_to_bytes (file);
  pbf = ent_pbf_new (bytes, NULL);
  told_init (&told);
  g_assert_true (ent_pbf_read (pbf, &handler, &told, NULL, NULL));
  g_assert_cmpuint (told.n_nodes, ==, 3);
  told_clear (&told);
}

static void
append_claim (GByteArray *file, guint8 *claim, gsize size, const char *packed)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  guint at;

  /* A compressed blob, whose told size is then changed in place. */
  g_byte_array_set_size (content, 1000);
  memset (content->data, 0, 1000);
  at = file->len;
  toy_append_blob (file, "OSMData", 3, content);
  for (guint i = at; i + size < file->len; i++)
    if (memcmp (file->data + i, packed, size) == 0)
      {
        memcpy (file->data + i, claim, size);
        return;
      }
  g_assert_not_reached ();
}

/* 1,000 zeros that claim to be 999, 1,001 or none. */
static void
test_size_claims (void)
{
  guint8 claims[][3] = { { 0x10, 0xe7, 0x07 }, { 0x10, 0xe9, 0x07 }, { 0x10, 0x80, 0x00 } };

  for (gsize i = 0; i < G_N_ELEMENTS (claims); i++)
    {
      GByteArray *file = start_file ();

      append_claim (file, claims[i], 3, "\x10\xe8\x07");
      expect (file, ENT_ROADS_ERROR_DAMAGED);
    }
}

/* More than a block may be, in a few kB. */
static void
test_bomb (void)
{
  g_autoptr (GByteArray) zeros = g_byte_array_new ();
  GByteArray *file = start_file ();

  g_byte_array_set_size (zeros, 33 * 1024 * 1024);
  memset (zeros->data, 0, zeros->len);
  toy_append_blob (file, "OSMData", 3, zeros);
  g_assert_cmpuint (file->len, <, 100000);
  expect (file, ENT_ROADS_ERROR_DAMAGED);
}

static void
test_bad_text (void)
{
  g_autoptr (Toy) toy = toy_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (EntPbf) pbf = NULL;
  Told told;

  toy_node (toy, 1, 0, 0, "name=\xff\xfe other=fine");
  bytes = toy_write (toy, TOY_PLAIN);
  pbf = ent_pbf_new (bytes, NULL);
  told_init (&told);
  g_assert_true (ent_pbf_read (pbf, &handler, &told, NULL, NULL));
  g_assert_nonnull (strstr (told.nodes->str, " name= other=fine\n"));
  told_clear (&told);
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = toy_village ();
  g_autoptr (EntPbf) pbf = ent_pbf_new (bytes, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Told told;

  told_init (&told);
  g_cancellable_cancel (cancellable);
  g_assert_false (ent_pbf_read (pbf, &handler, &told, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  told_clear (&told);
}

static void
sum_node_cb (const EntPbfNode *node, const EntPbfTags *tags, gpointer data)
{
  Told *told = data;

  g_assert_true (ent_point_is_valid (ent_e7_to_point (node->place)));
  for (guint i = 0; i < tags->n; i++)
    told->sum += strlen (ent_pbf_tag_key (tags, i)) + strlen (ent_pbf_tag_value (tags, i));
}

static void
sum_way_cb (const EntPbfWay *way, const EntPbfTags *tags, gpointer data)
{
  Told *told = data;

  for (guint i = 0; i < way->n_refs; i++)
    told->sum += (guint64) way->refs[i];
  for (guint i = 0; i < tags->n; i++)
    told->sum += strlen (ent_pbf_tag_value (tags, i));
}

static void
sum_relation_cb (const EntPbfRelation *relation, const EntPbfTags *tags, gpointer data)
{
  Told *told = data;

  for (guint i = 0; i < relation->n_members; i++)
    told->sum += strlen (relation->members[i].role);
}

/* Touches all that is told, so that a sanitizer sees what should not be. */
static void
read_anything (guint8 *data, gsize size)
{
  const EntPbfHandler summer = { sum_node_cb, sum_way_cb, sum_relation_cb, NULL };
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntPbf) pbf = ent_pbf_new (bytes, &error);
  Told told = { 0 };

  if (pbf != NULL)
    ent_pbf_read (pbf, &summer, &told, NULL, &error);
  if (error != NULL)
    g_assert_true (error->domain == ENT_ROADS_ERROR && *error->message != '\0');
}

static void
mutate (GRand *random, guint8 *data, gsize size)
{
  for (gint i = g_rand_int_range (random, 1, 6); i > 0; i--)
    {
      gsize at = (gsize) g_rand_int_range (random, 0, (gint32) size);

      switch (g_rand_int_range (random, 0, 4))
        {
        case 0:
          data[at] ^= (guint8) (1 << g_rand_int_range (random, 0, 8));
          break;
        case 1:
          data[at] = (guint8) g_rand_int_range (random, 0, 256);
          break;
        case 2:
          data[at] = 0xff;
          break;
        default:
          memset (data + at, g_rand_boolean (random) ? 0xff : 0x80, MIN (12, size - at));
          break;
        }
    }
}

static void
mutate_often (GBytes *original, guint n, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  gsize size = g_bytes_get_size (original);
  g_autofree guint8 *copy = g_malloc (size);

  for (guint i = 0; i < n; i++)
    {
      gsize cut = i % 8 == 0 ? (gsize) g_rand_int_range (random, 1, (gint32) size) : size;

      memcpy (copy, g_bytes_get_data (original, NULL), size);
      mutate (random, copy, cut);
      read_anything (copy, cut);
    }
}

static void
test_damaged_village (void)
{
  g_autoptr (GBytes) packed = toy_village ();
  g_autoptr (GBytes) plain = toy_unpack (packed);

  mutate_often (packed, 200, 1);
  mutate_often (plain, 900, 2);
}

static void
test_damaged_toy (void)
{
  g_autoptr (Toy) toy = make_toy ();
  const ToyForm forms[] = { TOY_RAW, TOY_RAW | TOY_SPARSE, TOY_RAW | TOY_BACKWARDS };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GBytes) bytes = toy_write (toy, forms[i]);

      mutate_often (bytes, 5000, (guint32) i + 3);
    }
}

static void
test_cut_anywhere (void)
{
  g_autoptr (Toy) toy = make_toy ();
  g_autoptr (GBytes) bytes = toy_write (toy, TOY_PLAIN);
  gsize size = g_bytes_get_size (bytes);
  g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);

  for (gsize i = 0; i < size; i++)
    read_anything (copy, i);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pbf/forms", test_forms);
  g_test_add_func ("/pbf/tags", test_tags);
  g_test_add_func ("/pbf/passes", test_passes);
  g_test_add_func ("/pbf/refused", test_refused);
  g_test_add_func ("/pbf/unknown-blob", test_unknown_blob);
  g_test_add_func ("/pbf/size-claims", test_size_claims);
  g_test_add_func ("/pbf/bomb", test_bomb);
  g_test_add_func ("/pbf/bad-text", test_bad_text);
  g_test_add_func ("/pbf/cancelled", test_cancelled);
  g_test_add_func ("/pbf/cut-anywhere", test_cut_anywhere);
  g_test_add_func ("/pbf/damaged-toy", test_damaged_toy);
  g_test_add_func ("/pbf/damaged-village", test_damaged_village);
  return g_test_run ();
}
