// SPDX-License-Identifier: MIT
#include "ui/filter/savedfilters.h"

using namespace Qt::StringLiterals;

namespace amb {

namespace {

const QString key = u"filters/saved"_s;
/// A menu of more is no help.
constexpr qsizetype mostSaved = 30;
constexpr qsizetype longestFilter = 2000;

} // namespace

QStringList SavedFilters::all() const
{
    QStringList filters = m_settings.value(key).toStringList();
    // Whatever else stands in the file.
    filters.removeIf([](const QString &filter) {
        return filter.trimmed().isEmpty() || filter.size() > longestFilter;
    });
    filters.removeDuplicates();
    return filters.first(std::min(filters.size(), mostSaved));
}

void SavedFilters::add(const QString &filter)
{
    QStringList filters = all();
    filters.removeAll(filter.trimmed());
    filters.prepend(filter.trimmed());
    m_settings.setValue(key, filters.first(std::min(filters.size(), mostSaved)));
}

void SavedFilters::remove(const QString &filter)
{
    QStringList filters = all();
    filters.removeAll(filter);
    m_settings.setValue(key, filters);
}

} // namespace amb
