// SPDX-License-Identifier: MIT
#include "ui/alerts/alertspane.h"

#include "ui/alerts/alertmodel.h"
#include "ui/widgets/eventlist.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace amb {

AlertsPane::AlertsPane(AlertModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_list(new EventList(model, {15, 30}))
    , m_empty(new QLabel)
    , m_clear(new QPushButton(tr("&Clear List")))
{
    setObjectName(u"alertsPane"_s);
    build();
    connect(m_list, &EventList::activated, this, [this](const QModelIndex &index) {
        if (const auto row = m_model.alertAt(index.row()).row)
            emit rowRequested(*row);
    });
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &AlertsPane::follow);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &AlertsPane::follow);
    follow();
}

void AlertsPane::build()
{
    m_list->setObjectName(u"alertsList"_s);
    m_list->setAccessibleName(tr("Alerts"));
    m_empty->setObjectName(u"alertsEmpty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMargin(16);
    m_empty->setBackgroundRole(QPalette::Base);
    m_empty->setAutoFillBackground(true);
    auto *rules = new QPushButton(tr("&Rules…"));
    rules->setObjectName(u"alertsRules"_s);
    rules->setToolTip(tr("What you want to be told of"));
    m_clear->setObjectName(u"alertsClear"_s);
    connect(rules, &QPushButton::clicked, this, &AlertsPane::rulesRequested);
    connect(m_clear, &QPushButton::clicked, &m_model, &AlertModel::clear);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(6, 4, 6, 4);
    top->setSpacing(6);
    top->addWidget(rules);
    top->addWidget(m_clear);
    top->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
}

void AlertsPane::setHasRules(bool hasRules)
{
    m_hasRules = hasRules;
    follow();
}

void AlertsPane::follow()
{
    const bool hasAlerts = m_model.rowCount() > 0;
    m_clear->setEnabled(hasAlerts);
    m_list->setVisible(hasAlerts);
    m_empty->setVisible(!hasAlerts);
    m_empty->setText(m_hasRules
                         ? tr("No alert yet. What your rules notice appears here.")
                         : tr("No alert yet, and no rule. Choose Rules to be "
                              "told when a message matches a filter, the connection is lost, the "
                              "transport changes or a channel is silent. Channels for which you "
                              "chose Tell Me of Silence are told here too."));
    m_list->follow();
}

} // namespace amb
