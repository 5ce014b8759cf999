// SPDX-License-Identifier: MIT
#pragma once

#include "core/instance/tablerequest.h"

#include <QObject>

namespace amb {

class HttpSession;
class InstanceCall;
struct InstanceReply;

/// Reads rows of a table through the REST Table API with the rights of an HTTP session, page by
/// page where one request does not bring them all.
class TableReader : public QObject
{
    Q_OBJECT

public:
    /// Rows that one request asks for, and those that are read at most, whatever is asked for.
    static constexpr int pageRows = 1000;
    static constexpr int mostRows = 50'000;

    /// The session may end before the reader does.
    TableReader(HttpSession &session, TableRequest request, QObject *parent = nullptr);
    ~TableReader() override;

    void start();

signals:
    /// Once, and never from within start(). A page that fails fails the whole read.
    void finished(const amb::Result<amb::TableRows> &result);

private:
    void readPage();
    void takeReply(const InstanceReply &reply);
    void finishLater(const Error &error);

    HttpSession &m_session;
    TableRequest m_request;
    InstanceCall *m_call = nullptr; // belongs to the session; null while none is under way
    TableRows m_rows;
    int m_offset = 0;
};

} // namespace amb
