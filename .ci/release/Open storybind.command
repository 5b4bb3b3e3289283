#!/bin/sh
# Opens storybind's form in the browser. The program lies beside this file.
cd "$(dirname "$0")" && exec ./storybind serve --open
