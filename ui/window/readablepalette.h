// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QPalette>

namespace amb {

/// Keeps texts readable where a style's palette does not.
///
/// Views draw with the inactive colours whenever they do not have the focus. Some styles, such as
/// adwaita, make those as pale as what is disabled, and draw a placeholder like text that was
/// typed.
class ReadablePalette : public QObject
{
    Q_OBJECT

public:
    /// Watches over the application's palette, which changes with the theme, until parent ends.
    explicit ReadablePalette(QObject *parent);

    /// The palette with inactive texts as the active ones, and placeholders paler than texts.
    [[nodiscard]] static QPalette readable(QPalette palette);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();

    bool m_isApplying = false;
};

} // namespace amb
