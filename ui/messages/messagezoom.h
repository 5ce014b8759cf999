// SPDX-License-Identifier: MIT
#pragma once

#include <QFont>
#include <QList>
#include <QObject>
#include <QSettings>

#include <optional>

class QAction;
class QWidget;

namespace amb {

class MessageView;

/// How large, and in which font, messages are shown: in the list and in the inspector. Remembered.
class MessageZoom : public QObject
{
    Q_OBJECT

public:
    static constexpr int least = 50; // percent
    static constexpr int most = 300;

    /// Both must outlive it. Ctrl and the wheel zoom over them.
    MessageZoom(MessageView &list, QWidget &inspector);

    [[nodiscard]] int percent() const { return m_percent; }
    void setPercent(int percent); ///< within least and most
    void zoomIn() { zoomBy(1); }
    void zoomOut() { zoomBy(-1); }
    void reset(); ///< to the system's font in its own size
    /// The font of the list; no value is the system's.
    [[nodiscard]] const std::optional<QFont> &chosenFont() const { return m_font; }
    void setChosenFont(const std::optional<QFont> &font);
    /// For a menu.
    [[nodiscard]] const QList<QAction *> &actions() const { return m_actions; }
    /// Lets the user choose a font.
    void openFontDialog();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QAction *addAction(const QString &text, const QString &objectName, void (MessageZoom::*deed)());
    void zoomBy(int steps);
    void restore();
    void apply();

    MessageView &m_list;
    QWidget &m_inspector;
    QSettings m_settings;
    QList<QAction *> m_actions;
    int m_percent = 100;
    int m_wheel = 0; ///< what is left of turns that were no whole step
    std::optional<QFont> m_font;
};

} // namespace amb
