#ifndef PINGCHA_LINE_EDITOR_H
#define PINGCHA_LINE_EDITOR_H

#include <stdbool.h>
#include <stddef.h>

/*
 * A line editor with a history over the system's libedit, whose own functions take variable
 * arguments. All texts are UTF-8 and end in a zero byte.
 */

typedef struct line_editor line_editor;

/* Called when Tab is pressed, with the line and the bytes of it that stand before the cursor. */
typedef void (*line_editor_completer)(
    void *context, line_editor *editor, const char *line, size_t length);

typedef enum {
  LINE_EDITOR_LINE,
  /* Ctrl-D on an empty line, or the terminal is gone. */
  LINE_EDITOR_END,
  /* Ctrl-C: what was typed is thrown away. */
  LINE_EDITOR_ABANDONED,
} line_editor_outcome;

/*
 * Returns an editor that reads standard input and writes standard error, both terminals, and
 * remembers so many lines; NULL where there is no memory.
 */
line_editor *line_editor_make(
    const char *program, int remembered, line_editor_completer complete, void *context);

/* Gives the terminal and the memory back. */
void line_editor_end(line_editor *editor);

/*
 * Asks for a line. It ends without its line break, belongs to the editor and lives until the next
 * call; NULL unless the outcome is a line.
 */
const char *line_editor_read(
    line_editor *editor, const char *prompt, line_editor_outcome *outcome);

/* Adds a line to the history, of which the arrow keys show the last first. */
void line_editor_remember(line_editor *editor, const char *line);

/* Writes at the cursor; for a completer. */
void line_editor_insert(line_editor *editor, const char *text);

/* Prints lines below the one that is edited and shows that again; for a completer. */
void line_editor_show(line_editor *editor, const char *text);

/* The columns of the terminal. */
size_t line_editor_columns(void);

#endif
