/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells the thread sanitizer what GLib hands from one thread to another: it does not see into a
 * GLib that was not built for it. The linker puts these functions before GLib's own (--wrap), and
 * only in tests that run under that sanitizer. */
#include <gio/gio.h>

void __tsan_acquire (void *address);
void __tsan_release (void *address);

#define WRAP(type, name, parameters) \
  type __real_##name parameters; \
  type __wrap_##name parameters

WRAP (void, g_mutex_lock, (GMutex * mutex));
WRAP (void, g_mutex_unlock, (GMutex * mutex));
WRAP (void, g_cond_wait, (GCond * cond, GMutex *mutex));
WRAP (void, g_task_run_in_thread, (GTask * task, GTaskThreadFunc func));
WRAP (void, g_task_return_pointer, (GTask * task, gpointer result, GDestroyNotify notify));
WRAP (void, g_task_return_boolean, (GTask * task, gboolean result));
WRAP (void, g_task_return_error, (GTask * task, GError *error));
WRAP (gpointer, g_task_propagate_pointer, (GTask * task, GError **error));
WRAP (gboolean, g_task_propagate_boolean, (GTask * task, GError **error));
WRAP (void, g_task_set_task_data, (GTask * task, gpointer data, GDestroyNotify notify));
WRAP (gpointer, g_task_get_task_data, (GTask * task));
WRAP (void, g_object_unref, (gpointer object));
WRAP (void, g_atomic_rc_box_release_full, (gpointer box, GDestroyNotify clear));
WRAP (void,
      g_source_set_callback,
      (GSource * source, GSourceFunc func, gpointer data, GDestroyNotify notify));
WRAP (
    void,
    g_main_context_invoke_full,
    (GMainContext * context, int priority, GSourceFunc func, gpointer data, GDestroyNotify notify));

void
__wrap_g_mutex_lock (GMutex *mutex)
{
  __real_g_mutex_lock (mutex);
  __tsan_acquire (mutex);
}

void
__wrap_g_mutex_unlock (GMutex *mutex)
{
  __tsan_release (mutex);
  __real_g_mutex_unlock (mutex);
}

void
__wrap_g_cond_wait (GCond *cond, GMutex *mutex)
{
  __tsan_release (mutex);
  __real_g_cond_wait (cond, mutex);
  __tsan_acquire (mutex);
}

/* Whoever gives up the last reference comes after all the others. */
static void
come_after (gpointer counted)
{
  __tsan_release (counted);
  __tsan_acquire (counted);
}

void
__wrap_g_object_unref (gpointer object)
{
  come_after (object);
  __real_g_object_unref (object);
}

void
__wrap_g_atomic_rc_box_release_full (gpointer box, GDestroyNotify clear)
{
  come_after (box);
  __real_g_atomic_rc_box_release_full (box, clear);
}

/* The data of a task, which ends with it on any thread. */
typedef struct
{
  GTask *task; /* its address only */
  gpointer data;
  GDestroyNotify notify;
} Held;

static void
free_held (gpointer data)
{
  Held *held = data;

  __tsan_acquire (held->task);
  if (held->notify != NULL)
    held->notify (held->data);
  g_free (held);
}

void
__wrap_g_task_set_task_data (GTask *task, gpointer data, GDestroyNotify notify)
{
  Held *held = g_new (Held, 1);

  *held = (Held) { task, data, notify };
  __real_g_task_set_task_data (task, held, free_held);
}

gpointer
__wrap_g_task_get_task_data (GTask *task)
{
  Held *held = __real_g_task_get_task_data (task);

  return held != NULL ? held->data : NULL;
}

static void
run_task (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GTaskThreadFunc func;

  __tsan_acquire (task);
  func = (GTaskThreadFunc) g_object_get_data (G_OBJECT (task), "threads-shim");
  func (task, source, data != NULL ? ((Held *) data)->data : NULL, cancellable);
}

void
__wrap_g_task_run_in_thread (GTask *task, GTaskThreadFunc func)
{
  g_object_set_data (G_OBJECT (task), "threads-shim", (gpointer) func);
  __tsan_release (task);
  __real_g_task_run_in_thread (task, run_task);
}

void
__wrap_g_task_return_pointer (GTask *task, gpointer result, GDestroyNotify notify)
{
  __tsan_release (task);
  __real_g_task_return_pointer (task, result, notify);
}

void
__wrap_g_task_return_boolean (GTask *task, gboolean result)
{
  __tsan_release (task);
  __real_g_task_return_boolean (task, result);
}

void
__wrap_g_task_return_error (GTask *task, GError *error)
{
  __tsan_release (task);
  __real_g_task_return_error (task, error);
}

gpointer
__wrap_g_task_propagate_pointer (GTask *task, GError **error)
{
  come_after (task);
  return __real_g_task_propagate_pointer (task, error);
}

gboolean
__wrap_g_task_propagate_boolean (GTask *task, GError **error)
{
  come_after (task);
  return __real_g_task_propagate_boolean (task, error);
}

/* A callback that another thread may run. */
typedef struct
{
  GSourceFunc func;
  gpointer data;
  GDestroyNotify notify;
} Handed;

static Handed *
hand_over (GSourceFunc func, gpointer data, GDestroyNotify notify)
{
  Handed *handed = g_new (Handed, 1);

  *handed = (Handed) { func, data, notify };
  __tsan_release (handed);
  return handed;
}

static gboolean
run_handed (gpointer data)
{
  Handed *handed = data;

  __tsan_acquire (handed);
  return handed->func (handed->data);
}

static void
free_handed (gpointer data)
{
  Handed *handed = data;

  __tsan_acquire (handed);
  if (handed->notify != NULL)
    handed->notify (handed->data);
  g_free (handed);
}

void
__wrap_g_source_set_callback (GSource *source,
                              GSourceFunc func,
                              gpointer data,
                              GDestroyNotify notify)
{
  __real_g_source_set_callback (source, run_handed, hand_over (func, data, notify), free_handed);
}

void
__wrap_g_main_context_invoke_full (GMainContext *context,
                                   int priority,
                                   GSourceFunc func,
                                   gpointer data,
                                   GDestroyNotify notify)
{
  __real_g_main_context_invoke_full (context, priority, run_handed, hand_over (func, data, notify),
                                     free_handed);
}
