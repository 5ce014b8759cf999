// SPDX-License-Identifier: MIT
#include "core/instance/tablenature.h"

#include <QSet>

namespace amb {

using namespace Qt::StringLiterals;

TableNature tableNature(const QString &table)
{
    static const QSet<QString> rotated{u"ecc_queue"_s,
                                       u"ecc_event"_s,
                                       u"sys_audit"_s,
                                       u"sys_email_log"_s,
                                       u"sys_outbound_http_log"_s,
                                       u"sys_push_notification"_s,
                                       u"sys_rest_message_log"_s,
                                       u"sysevent"_s,
                                       u"text_index_event"_s};
    static const QSet<QString> views{u"change_request_metric"_s,
                                     u"incident_metric"_s,
                                     u"incident_sla"_s,
                                     u"incident_time_worked"_s,
                                     u"problem_metric"_s};
    static const QSet<QString> longTexts{
        u"kb_knowledge"_s, u"sys_attachment_doc"_s, u"sys_email"_s, u"sys_update_xml"_s};
    if (table == "task"_L1)
        return TableNature::Task;
    if (table == "sys_amb_message"_L1 || table.startsWith("sys_rw"_L1))
        return TableNature::Refused;
    // syslog, syslog_transaction, …; shards are numbered: syslog0003, sysevent0001.
    if (rotated.contains(table) || table.startsWith("syslog"_L1)
        || (table.startsWith("sysevent0"_L1)))
        return TableNature::Rotated;
    // Remote tables of applications are made as <scope>_st_<name>.
    if (table.startsWith("st_"_L1) || table.contains("_st_"_L1))
        return TableNature::Remote;
    if (views.contains(table))
        return TableNature::View;
    // v_cluster_transaction, v_user_session, …: read from the nodes' memory.
    if (table.startsWith("v_"_L1))
        return TableNature::Remote;
    if (longTexts.contains(table))
        return TableNature::LongText;
    return TableNature::Ordinary;
}

} // namespace amb
