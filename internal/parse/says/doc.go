// Package says reads what one line says by its words alone: who wrote a story, what it is
// called, a label, a date, rights, an end. Where the line stands it does not know.
package says
