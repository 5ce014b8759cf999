// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace amb::talk {

/// \name Messages of Connect chat (amb.md § 7.6)
/// @{
inline QByteArray said(const QByteArray &id, const QByteArray &text, qint64 second)
{
    return R"({"data":{"sys_id":")" + id + R"(","group":"talk","formatted_message":")" + text
        + R"(","created_by":"agent.two","profile":"p2","timestamp":)"
        + QByteArray::number(second * 1000) + R"(,"reflected_field":"comments"}})";
}

inline QByteArray member(const QByteArray &event, const QByteArray &profile)
{
    return R"({"data":{"event_type":"conversation_member_)" + event
        + R"(","event_data":{"member":")" + profile + R"("},"event_target":"talk"}})";
}

/// @}

/// A message of a Virtual Agent's conversation (§ 7.7) with these members.
inline QByteArray agent(const QByteArray &rest)
{
    return R"({"data":{"type":"systemTextMessage","data":{"@class":".MessageDto","conversationId":"va",)"
        + rest + R"(},"source":"server"}})";
}

/// One presence of § 7.4 on the incident 5d0e.
inline QByteArray presence(const QByteArray &user,
                           const QByteArray &status,
                           const QByteArray &session)
{
    return R"({"status":")" + status + R"(","session_id":")" + session + R"(","user_name":")" + user
        + R"(","user_id":"id-)" + user + R"(","user_display_name":")" + user
        + R"(","table":"incident","sys_id":"5d0e")"
        + (status == "typing" ? R"(,"field_type":"work_notes"})" : "}");
}

/// Presences as they are delivered since Jakarta.
inline QByteArray array(const QByteArray &presences)
{
    return R"({"data":{"presences":[)" + presences + "]}}";
}

} // namespace amb::talk
