# SPDX-License-Identifier: MIT
# What every target of ours is compiled with.
add_library(amb_options INTERFACE)
target_include_directories(amb_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(amb_options INTERFACE
  AMB_VERSION="${PROJECT_VERSION}"
  QT_NO_CAST_FROM_ASCII
  QT_NO_CAST_TO_ASCII
  QT_NO_CAST_FROM_BYTEARRAY
  QT_NO_URL_CAST_FROM_STRING
  QT_NO_FOREACH
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
  QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_compile_options(amb_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
  -Woverloaded-virtual -Wold-style-cast -Wsuggest-override
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond;-Wlogical-op;-Wnull-dereference>
  $<$<BOOL:${AMB_WERROR}>:-Werror>)
if(AMB_SANITIZE)
  target_compile_options(amb_options INTERFACE -fsanitize=${AMB_SANITIZE} -fno-omit-frame-pointer
    -fno-sanitize-recover=all)
  target_link_options(amb_options INTERFACE -fsanitize=${AMB_SANITIZE})
endif()
