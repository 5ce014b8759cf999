// SPDX-License-Identifier: MIT
#include "core/instance/tablereader.h"

#include "core/instance/httpsession.h"
#include "core/instance/tablereply.h"

#include <algorithm>
#include <utility>

namespace amb {

TableReader::TableReader(HttpSession &session, TableRequest request, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_request(std::move(request))
    , m_offset(m_request.offset)
{
    m_request.limit = std::min(m_request.limit, mostRows);
}

TableReader::~TableReader()
{
    if (!m_call)
        return;
    m_call->disconnect(this);
    delete m_call;
}

void TableReader::start()
{
    if (const auto error = whyNotReadable(m_request)) {
        finishLater(*error);
        return;
    }
    readPage();
}

void TableReader::readPage()
{
    const int wanted = m_request.limit - int(m_rows.size());
    const int rows = std::min(wanted, pageRows);
    InstanceRequest request;
    request.url = QUrl::fromEncoded(tablePath(m_request, m_offset, rows));
    request.accept = "application/json";
    m_call = m_session.send(request);
    connect(m_call, &InstanceCall::finished, this, &TableReader::takeReply);
    connect(m_call, &QObject::destroyed, this, [this] {
        if (!std::exchange(m_call, nullptr))
            return;
        finishLater(
            {ErrorKind::NotSignedIn,
             tr("The session ended before the table %1 was read: ask again.").arg(m_request.table),
             {}});
    });
}

void TableReader::takeReply(const InstanceReply &reply)
{
    std::exchange(m_call, nullptr)->disconnect(this); // it goes by itself
    Result<TablePage> page = parseTablePage(m_request, reply);
    if (!page) {
        emit finished(page.error());
        return;
    }
    const auto count = page->rows.size();
    const auto wanted = std::min<qsizetype>(m_request.limit - m_rows.size(), pageRows);
    m_rows += page->rows.first(std::min(count, wanted));
    m_offset += int(wanted);
    // Rows that the user may not read are missing from a page, so only the total says that it was
    // the last.
    const bool isLast = page->total ? m_offset >= *page->total : count < wanted;
    if (isLast || m_rows.size() >= m_request.limit || m_offset - m_request.offset >= mostRows) {
        const bool isHidden = m_rows.isEmpty() && page->total.value_or(0) > m_request.offset;
        if (isHidden)
            emit finished(allRowsWithheld(m_request.table, *page->total));
        else
            emit finished(std::exchange(m_rows, {}));
        return;
    }
    readPage();
}

void TableReader::finishLater(const Error &error)
{
    QMetaObject::invokeMethod(
        this, [this, error] { emit finished(error); }, Qt::QueuedConnection);
}

} // namespace amb
