// Package mail reads the lines that mail programs and news readers write: envelopes and
// addresses.
package mail
