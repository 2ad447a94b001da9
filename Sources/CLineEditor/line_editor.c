#include "line_editor.h"

#include <histedit.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

struct line_editor {
  EditLine *edit;
  History *history;
  const char *prompt;
  /* The line that was read last. */
  char *line;
  bool is_abandoned;
  line_editor_completer complete;
  void *context;
  struct sigaction interrupt;
};

static line_editor *owner(EditLine *edit) {
  void *editor = NULL;
  el_get(edit, EL_CLIENTDATA, &editor);
  return editor;
}

static char *prompt_of(EditLine *edit) { return (char *)owner(edit)->prompt; }

static unsigned char complete_line(EditLine *edit, int key) {
  (void)key;
  line_editor *editor = owner(edit);
  const LineInfo *info = el_line(edit);
  /* The completer edits the line, so it gets a copy. */
  char *line = strndup(info->buffer, (size_t)(info->lastchar - info->buffer));
  if (line == NULL) return CC_ERROR;
  editor->complete(editor->context, editor, line, (size_t)(info->cursor - info->buffer));
  free(line);
  return CC_REFRESH;
}

static unsigned char abandon_line(EditLine *edit, int key) {
  (void)key;
  owner(edit)->is_abandoned = true;
  return CC_EOF;
}

/* The editor gives the terminal back before the signal stops the program, and takes it after. */
static unsigned char suspend(EditLine *edit, int key) {
  (void)edit;
  (void)key;
  kill(0, SIGTSTP);
  return CC_NORM;
}

/* Lets the editor read characters of UTF-8 whatever the locale: a `C` locale has bytes alone. */
static void choose_encoding(void) {
  setlocale(LC_CTYPE, "");
  if (MB_CUR_MAX < 4) setlocale(LC_CTYPE, "C.UTF-8");
}

line_editor *line_editor_make(
    const char *program, int remembered, line_editor_completer complete, void *context) {
  line_editor *editor = calloc(1, sizeof *editor);
  if (editor == NULL) return NULL;
  choose_encoding();
  editor->complete = complete;
  editor->context = context;
  editor->prompt = "";
  editor->edit = el_init(program, stdin, stderr, stderr);
  editor->history = history_init();
  if (editor->edit == NULL || editor->history == NULL) {
    line_editor_end(editor);
    return NULL;
  }
  HistEvent event;
  history(editor->history, &event, H_SETSIZE, remembered);
  history(editor->history, &event, H_SETUNIQUE, 1);
  EditLine *edit = editor->edit;
  el_set(edit, EL_CLIENTDATA, editor);
  el_set(edit, EL_PROMPT, prompt_of);
  el_set(edit, EL_HIST, history, editor->history);
  /* The terminal is put right when the window changes or a signal ends the program. */
  el_set(edit, EL_SIGNAL, 1);
  el_set(edit, EL_EDITOR, "emacs");
  el_set(edit, EL_ADDFN, "pingcha-complete", "Complete a name", complete_line);
  el_set(edit, EL_ADDFN, "pingcha-abandon", "Abandon the line", abandon_line);
  el_set(edit, EL_ADDFN, "pingcha-suspend", "Stop for a while", suspend);
  el_set(edit, EL_BIND, "^R", "em-inc-search-prev", NULL);
  el_source(edit, NULL);
  /* While a line is edited Ctrl-C and Ctrl-Z are keys; between two lines Ctrl-C is nothing. */
  el_set(edit, EL_SETTY, "-d", "-isig", NULL);
  struct sigaction ignore = {.sa_handler = SIG_IGN};
  sigaction(SIGINT, &ignore, &editor->interrupt);
  el_set(edit, EL_BIND, "^I", "pingcha-complete", NULL);
  el_set(edit, EL_BIND, "^C", "pingcha-abandon", NULL);
  el_set(edit, EL_BIND, "^Z", "pingcha-suspend", NULL);
  return editor;
}

void line_editor_end(line_editor *editor) {
  if (editor->edit != NULL) {
    el_end(editor->edit);
    sigaction(SIGINT, &editor->interrupt, NULL);
  }
  if (editor->history != NULL) history_end(editor->history);
  free(editor->line);
  free(editor);
}

const char *line_editor_read(
    line_editor *editor, const char *prompt, line_editor_outcome *outcome) {
  editor->prompt = prompt;
  editor->is_abandoned = false;
  int count = 0;
  /* Else the prompt would stand there while a key is still for the terminal, not for us. */
  el_set(editor->edit, EL_PREP_TERM, 1);
  const char *line = el_gets(editor->edit, &count);
  editor->prompt = "";
  free(editor->line);
  editor->line = NULL;
  if (editor->is_abandoned) {
    fputs("^C\n", stderr);
    *outcome = LINE_EDITOR_ABANDONED;
    return NULL;
  }
  if (line != NULL && count > 0) {
    size_t length = strlen(line);
    while (length > 0 && (line[length - 1] == '\n' || line[length - 1] == '\r')) length--;
    editor->line = strndup(line, length);
  }
  if (editor->line == NULL) {
    fputs("\n", stderr);
    *outcome = LINE_EDITOR_END;
    return NULL;
  }
  *outcome = LINE_EDITOR_LINE;
  return editor->line;
}

void line_editor_remember(line_editor *editor, const char *line) {
  HistEvent event;
  history(editor->history, &event, H_ENTER, line);
}

void line_editor_insert(line_editor *editor, const char *text) {
  el_insertstr(editor->edit, text);
}

void line_editor_show(line_editor *editor, const char *text) {
  fputc('\n', stderr);
  fputs(text, stderr);
  fflush(stderr);
  el_set(editor->edit, EL_REFRESH);
}

size_t line_editor_columns(void) {
  struct winsize size;
  if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
  return size.ws_col;
}
