// Package opening reads what stands above a story: title, authors, fields, notes.
package opening
