// Package langid tells from its words which language a text is in.
package langid
