# SPDX-License-Identifier: MIT
# Makes a seed corpus: one file for each line. cmake -D FROM=frames.jsonl -D TO=folder -P corpus.cmake
# Of a line only the value of "frame" goes into the file: that is what a server sends.
file(STRINGS "${FROM}" lines ENCODING UTF-8)
file(MAKE_DIRECTORY "${TO}")
set(number 0)
foreach(line IN LISTS lines)
  math(EXPR number "${number} + 1")
  string(REGEX REPLACE "^.*\"frame\": (.*)}$" "\\1" frame "${line}")
  file(WRITE "${TO}/seed-${number}.json" "${frame}")
endforeach()
