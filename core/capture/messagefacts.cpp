// SPDX-License-Identifier: MIT
#include "core/capture/messagefacts.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace amb {

namespace {

namespace dom = simdjson::dom;

constexpr int deepest = 64;

constexpr std::array<std::string_view, 14> userKeys{"from_user",
                                                    "user",
                                                    "user_name",
                                                    "userName",
                                                    "user_id",
                                                    "user_display_name",
                                                    "changes_with_users",
                                                    "sys_updated_by",
                                                    "sys_created_by",
                                                    "updated_by",
                                                    "created_by",
                                                    "sender",
                                                    "author",
                                                    "login_name"};
constexpr std::array<std::string_view, 5> tableKeys{
    "table_name", "table", "sys_class_name", "document_table", "record_table"};
constexpr std::array<std::string_view, 1> changeKeys{"changes"};

/// A string of the message that stands under one of some keys, at any depth.
template <std::size_t Size, typename Predicate>
class Search
{
public:
    Search(const std::array<std::string_view, Size> &keys, Predicate isWanted)
        : m_keys(keys)
        , m_isWanted(isWanted)
    { }

    [[nodiscard]] bool look(dom::element element, bool isUnderKey, int depth) const
    {
        if (depth > deepest)
            return false;
        switch (element.type()) {
        case dom::element_type::STRING:
            return isUnderKey && m_isWanted(std::string_view(element.get_string()));
        case dom::element_type::ARRAY:
            return lookInArray(element, isUnderKey, depth);
        case dom::element_type::OBJECT:
            return lookInObject(element, isUnderKey, depth);
        default:
            return false;
        }
    }

private:
    [[nodiscard]] bool lookInArray(dom::array array, bool isUnderKey, int depth) const
    {
        for (const dom::element each : array) {
            if (look(each, isUnderKey, depth + 1))
                return true;
        }
        return false;
    }

    [[nodiscard]] bool lookInObject(dom::object object, bool isUnderKey, int depth) const
    {
        for (const dom::key_value_pair member : object) {
            const bool isKey = std::ranges::find(m_keys, member.key) != m_keys.end();
            if (look(member.value, isUnderKey || isKey, depth + 1))
                return true;
        }
        return false;
    }

    const std::array<std::string_view, Size> &m_keys;
    Predicate m_isWanted;
};

template <std::size_t Size, typename Predicate>
bool find(QByteArrayView message,
          const std::array<std::string_view, Size> &keys,
          Predicate isWanted)
{
    thread_local dom::parser parser;
    dom::element document;
    if (parser.parse(message.data(), std::size_t(message.size())).get(document)
        != simdjson::SUCCESS)
        return false;
    return Search(keys, isWanted).look(document, false, 0);
}

QString text(std::string_view string)
{
    return QString::fromUtf8(string.data(), qsizetype(string.size()));
}

} // namespace

bool namesUser(QByteArrayView message, const QString &user)
{
    return find(message, userKeys, [&user](std::string_view found) {
        return text(found).contains(user, Qt::CaseInsensitive);
    });
}

bool namesTable(QByteArrayView message, const QString &table)
{
    return find(message, tableKeys, [&table](std::string_view found) {
        return text(found).compare(table, Qt::CaseInsensitive) == 0;
    });
}

bool saysChanged(QByteArrayView message, const QString &field)
{
    return find(
        message, changeKeys, [&field](std::string_view found) { return text(found) == field; });
}

} // namespace amb
