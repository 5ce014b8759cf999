# SPDX-License-Identifier: MIT
# Puts the peers and the packages they need into a folder: cmake -D NPM=… -D FROM=… -D TO=… -P install.cmake
# npm runs only when the lock file changed since it last succeeded there, so this also works offline.
if(NOT NPM)
  message(FATAL_ERROR "The peers need Node.js 18 or newer and npm; npm was not found.")
endif()

file(GLOB scripts "${FROM}/*.mjs")
file(COPY ${scripts} "${FROM}/package.json" "${FROM}/package-lock.json" DESTINATION "${TO}")

file(SHA256 "${FROM}/package-lock.json" wanted)
set(stamp "${TO}/node_modules/.installed-lock")
if(EXISTS "${stamp}")
  file(READ "${stamp}" installed)
  if(installed STREQUAL wanted)
    return()
  endif()
endif()

execute_process(
  COMMAND "${NPM}" ci --no-audit --no-fund --ignore-scripts
  WORKING_DIRECTORY "${TO}"
  RESULT_VARIABLE result)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "npm could not install the peers into ${TO} (exit ${result}).")
endif()
file(WRITE "${stamp}" "${wanted}")
