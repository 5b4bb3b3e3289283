// Package fonts carries the bundled font families.
package fonts
