// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QTimer;
class QToolButton;

namespace amb {

class ElidedLabel;

/// A line in which one types what is looked for, with the steps from hit to hit and their count.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(QWidget *parent = nullptr);

    [[nodiscard]] QString needle() const;
    void focusField();
    /// hit counts from 0; without hits it says so, with an empty needle nothing.
    void setHits(qsizetype hit, qsizetype hits);
    /// Adds a button at the end of the line.
    void addButton(QToolButton *button);

signals:
    void needleChanged(const QString &needle); ///< when typing rests
    void stepRequested(int step); ///< 1: next hit, -1: previous one
    void leaveRequested(); ///< Esc or Down

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void step(int step);
    void tell();

    QHBoxLayout *m_layout;
    QLineEdit *m_field;
    ElidedLabel *m_count;
    QToolButton *m_previous;
    QToolButton *m_next;
    QTimer *m_delay;
};

} // namespace amb
