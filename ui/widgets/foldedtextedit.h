// SPDX-License-Identifier: MIT
#pragma once

#include <QPlainTextEdit>

namespace amb {

/// Read-only plain text that stays quick with lines of megabytes: they are folded into pieces,
/// since Qt lays out a line as a whole. What is copied has no folds.
class FoldedTextEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit FoldedTextEdit(QWidget *parent = nullptr);

    void setText(const QString &text);
    /// Whether a line was too long for one piece.
    [[nodiscard]] bool isFolded() const { return m_isFolded; }
    void setWraps(bool wraps);

protected:
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;

private:
    bool m_isFolded = false;
};

} // namespace amb
