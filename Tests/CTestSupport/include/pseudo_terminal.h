#ifndef PINGCHA_PSEUDO_TERMINAL_H
#define PINGCHA_PSEUDO_TERMINAL_H

/* Opens both ends of a new pseudo-terminal; false where there is none. */
int pseudo_terminal_open(int *master, int *slave);

#endif
