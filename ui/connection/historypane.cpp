// SPDX-License-Identifier: MIT
#include "ui/connection/historypane.h"

#include "ui/connection/connectionstrip.h"
#include "ui/connection/historymodel.h"
#include "ui/widgets/eventlist.h"
#include "ui/widgets/wording.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace amb {

HistoryPane::HistoryPane(HistoryModel &model, QString instance, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_instance(std::move(instance))
    , m_strip(new ConnectionStrip)
    , m_list(new EventList(model, {15, 16}))
    , m_empty(new QLabel(tr("Nothing has happened yet. Each change of the connection and its "
                            "reason appears here.")))
    , m_reconnect(new QPushButton(tr("&Retry Now")))
{
    setObjectName(u"historyPane"_s);
    build();
    connect(m_list, &EventList::activated, this, [this](const QModelIndex &index) {
        emit rowRequested(m_model.rowOf(index.row()));
    });
    connect(m_reconnect, &QPushButton::clicked, this, &HistoryPane::reconnectRequested);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &HistoryPane::follow);
    follow();
}

void HistoryPane::build()
{
    m_list->setObjectName(u"historyList"_s);
    m_list->setAccessibleName(tr("What happened"));
    m_empty->setObjectName(u"historyEmpty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMargin(16);
    m_empty->setBackgroundRole(QPalette::Base);
    m_empty->setAutoFillBackground(true);
    m_reconnect->setObjectName(u"historyReconnect"_s);
    auto *copy = new QPushButton(tr("&Copy as Text"));
    copy->setObjectName(u"historyCopy"_s);
    copy->setToolTip(tr("The whole history and the present state, for a ticket"));
    connect(copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(text());
    });
    auto *top = new QHBoxLayout;
    top->setContentsMargins(6, 4, 6, 4);
    top->setSpacing(6);
    top->addWidget(m_strip, 1);
    top->addStretch();
    top->addWidget(m_reconnect);
    top->addWidget(copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
}

void HistoryPane::setStatus(const ConnectionStatus &status)
{
    m_status = status;
    m_strip->setStatus(status);
    m_reconnect->setEnabled(status.state == ConnectionState::Disconnected
                            || status.state == ConnectionState::Waiting);
}

void HistoryPane::showCapture()
{
    m_strip->hide();
    m_reconnect->hide();
    m_empty->setText(tr("This capture tells of no change of the connection."));
}

QString HistoryPane::text() const
{
    if (m_strip->isHidden())
        return tr("Connection of AMB Monitor in the capture %1").arg(m_instance) + u"\n\n"_s
            + m_model.text();
    QString state = sayState(m_status).word;
    if (m_status.transport)
        state += u" · "_s + transportText(*m_status.transport);
    if (!m_status.transportReason.isEmpty())
        state += u" · "_s + m_status.transportReason;
    return tr("Connection of AMB Monitor to %1, %2").arg(m_instance, fullTimeText(now())) + u'\n'
        + tr("Now: %1").arg(state) + u'\n'
        + tr("Over time, newest first: %1").arg(m_strip->summary(now())) + u"\n\n"_s
        + m_model.text();
}

void HistoryPane::follow()
{
    const bool hasEntries = m_model.rowCount() > 0;
    m_empty->setVisible(!hasEntries);
    m_list->setVisible(hasEntries);
    m_list->follow();
}

} // namespace amb
