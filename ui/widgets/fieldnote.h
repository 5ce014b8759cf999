// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLabel;

namespace amb {

/// The lines under a field of a form: what it means as it is filled in, or what is wrong with it.
/// The field says the same to a screen reader. Hidden while there is nothing to say.
class FieldNote : public QWidget
{
    Q_OBJECT

public:
    explicit FieldNote(QWidget *field, QWidget *parent = nullptr);

    void setHint(const QString &text);
    /// Takes the place of the hint; an empty text brings that back.
    void setTrouble(const QString &text);
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isTrouble() const { return !m_trouble.isEmpty(); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    QWidget *m_field;
    QLabel *m_sign;
    QLabel *m_text;
    QString m_hint;
    QString m_trouble;
};

} // namespace amb
