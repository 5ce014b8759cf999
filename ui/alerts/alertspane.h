// SPDX-License-Identifier: MIT
#pragma once

#include "core/row.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace amb {

class AlertModel;
class EventList;

/// The list of alerts, and the way to the rules that raise them.
class AlertsPane : public QWidget
{
    Q_OBJECT

public:
    /// The model must outlive the pane.
    explicit AlertsPane(AlertModel &model, QWidget *parent = nullptr);

    /// Says what would fill the list.
    void setHasRules(bool hasRules);

signals:
    void rulesRequested();
    void rowRequested(amb::Row row);

private:
    void build();
    void follow();

    AlertModel &m_model;
    EventList *m_list;
    QLabel *m_empty;
    QPushButton *m_clear;
    bool m_hasRules = false;
};

} // namespace amb
