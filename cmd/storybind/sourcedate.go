package main

import (
	"os"
	"strconv"
	"time"

	"storybind/internal/batch"
)

// sourceDate is the time that SOURCE_DATE_EPOCH gives
// (reproducible-builds.org, specification 1.1), zero when it is not set.
func sourceDate() (time.Time, error) {
	s := os.Getenv("SOURCE_DATE_EPOCH")
	if s == "" {
		return time.Time{}, nil
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n < 0 || n > 253402300799 { // the year 9999
		return time.Time{}, batch.UsageError{Text: "SOURCE_DATE_EPOCH is " + strconv.Quote(s) + ", not a number of seconds since 1970"}
	}
	return time.Unix(n, 0).UTC(), nil
}
