# SPDX-License-Identifier: MIT
# The headers that nearly every source reads, parsed once for each group of targets. Sources still
# include what they use: a release is built without this (the option is off by default).
option(AMB_PRECOMPILE "Precompile the headers that most sources share" OFF)

set(standard_headers <algorithm> <array> <chrono> <functional> <memory> <optional> <utility> <vector>)
set(core_headers ${standard_headers} <QByteArray> <QCoreApplication> <QDateTime> <QHash>
  <QJsonArray> <QJsonDocument> <QJsonObject> <QList> <QObject> <QRegularExpression> <QSet>
  <QString> <QStringList> <QTimer> <QUrl>)
set(widget_headers ${core_headers} <QtGui> <QtWidgets>)

# amb_headers(group LIBRARIES target… HEADERS header…)
# A compiler takes precompiled headers only with the definitions that they were made with, and these
# come with the libraries: each target of the group is given them as well.
function(amb_headers group)
  cmake_parse_arguments(arg "" "" "LIBRARIES;HEADERS" ${ARGN})
  set(source "${CMAKE_CURRENT_BINARY_DIR}/${group}_headers.cpp")
  file(CONFIGURE OUTPUT "${source}" CONTENT "// Makes the precompiled headers of ${group}.\n")
  add_library(${group}_headers OBJECT "${source}")
  set_target_properties(${group}_headers PROPERTIES AUTOMOC OFF)
  target_link_libraries(${group}_headers PRIVATE amb_options ${arg_LIBRARIES})
  target_precompile_headers(${group}_headers PRIVATE ${arg_HEADERS})
  set_property(GLOBAL PROPERTY AMB_LIBRARIES_OF_${group} ${arg_LIBRARIES})
endfunction()

# amb_precompile(group place…): for targets, and for all that are made in folders and below.
function(amb_precompile group)
  get_property(libraries GLOBAL PROPERTY AMB_LIBRARIES_OF_${group})
  foreach(place IN LISTS ARGN)
    if(NOT TARGET ${place})
      get_property(targets DIRECTORY ${place} PROPERTY BUILDSYSTEM_TARGETS)
      get_property(folders DIRECTORY ${place} PROPERTY SUBDIRECTORIES)
      amb_precompile(${group} ${targets} ${folders})
      continue()
    endif()
    get_target_property(type ${place} TYPE)
    if(type MATCHES "^(STATIC_LIBRARY|OBJECT_LIBRARY|EXECUTABLE)$")
      target_precompile_headers(${place} REUSE_FROM ${group}_headers)
      target_link_libraries(${place} PRIVATE ${libraries})
    endif()
  endforeach()
endfunction()
