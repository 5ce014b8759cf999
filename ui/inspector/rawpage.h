// SPDX-License-Identifier: MIT
#pragma once

#include "ui/inspector/inspectorpage.h"

class QCheckBox;
class QLabel;
class QPushButton;

namespace amb {

class FoldedTextEdit;

/// A message as the plain text that was received. A large one is shown in part until all of it is
/// asked for, and says so.
class RawPage : public InspectorPage
{
    Q_OBJECT

public:
    explicit RawPage(QWidget *parent = nullptr);

    void setMessage(const InspectedMessage &message) override;
    [[nodiscard]] bool wraps() const;
    void setWraps(bool wraps);

signals:
    void wrapsChanged(bool wraps);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyFont();
    void showPart(qsizetype bytes);
    void copyAll();

    QByteArray m_message;
    FoldedTextEdit *m_text;
    QLabel *m_partLabel;
    QPushButton *m_showAllButton;
    QCheckBox *m_wrapBox;
};

} // namespace amb
