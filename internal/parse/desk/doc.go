// Package desk holds one story while it is read: its lines, its layout, the book that comes
// of it, and what is remarked; and it reads the marks inside lines.
package desk
