// SPDX-License-Identifier: MIT
#pragma once

#include "core/doctor/doctorverdict.h"
#include "ui/widgets/glyph.h"

#include <QFrame>

class QGridLayout;
class QLabel;

namespace amb {

/// The doctor's verdict: two sentences, and what to do.
class DoctorVerdictPanel : public QFrame
{
    Q_OBJECT

public:
    explicit DoctorVerdictPanel(QWidget *parent = nullptr);

    void showWaiting(const QString &host); ///< nothing was run yet
    void showRunning(const QString &host);
    void showVerdict(const DoctorVerdict &verdict);

private:
    void show(Glyph glyph, Tone tone, const QString &title, const QString &text);
    void addRow(const QString &name, const QString &value, const QString &objectName);
    void clearRows();

    QLabel *m_sign;
    QLabel *m_title;
    QLabel *m_text;
    QGridLayout *m_rows;
};

} // namespace amb
