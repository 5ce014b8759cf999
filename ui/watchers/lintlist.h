// SPDX-License-Identifier: MIT
#pragma once

#include "core/instance/recordwatchlint.h"

#include <QList>
#include <QWidget>

class QVBoxLayout;

namespace amb {

/// What is wrong with a record watcher, one finding a row, with a button for what is better.
class LintList : public QWidget
{
    Q_OBJECT

public:
    explicit LintList(QWidget *parent = nullptr);

    void setLints(const QList<WatchLint> &lints);
    /// Lets Tab lead from before to what is offered.
    void follow(QWidget *before);

signals:
    void tableOffered(const QString &table);
    void queryOffered(const QString &query);

private:
    [[nodiscard]] QWidget *makeRow(const WatchLint &lint);
    void clear();

    QVBoxLayout *m_layout;
    QStringList m_shown; ///< the texts, so that what stays is not made anew
};

} // namespace amb
