// SPDX-License-Identifier: MIT
#include "ui/publish/publishrepeat.h"

#include "ui/widgets/glyph.h"
#include "ui/widgets/wording.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace amb {

PublishRepeat::PublishRepeat(QWidget *parent)
    : QWidget(parent)
    , m_seconds(new QSpinBox)
    , m_button(new QPushButton)
{
    m_seconds->setObjectName(u"publishSeconds"_s);
    m_seconds->setAccessibleName(tr("Seconds between repeated publishes"));
    if (auto *line = m_seconds->findChild<QLineEdit *>()) // what has the focus in it
        line->setAccessibleName(m_seconds->accessibleName());
    m_seconds->setRange(1, 3600);
    m_seconds->setValue(5);
    m_seconds->setPrefix(tr("every "));
    m_seconds->setSuffix(tr(" s"));
    m_button->setObjectName(u"publishRepeat"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_button);
    layout->addWidget(m_seconds);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (isRunning())
            stop();
        else
            emit startRequested();
    });
    connect(&m_timer, &QTimer::timeout, this, [this] {
        ++m_count;
        tell();
        emit due();
    });
    tell();
}

void PublishRepeat::setReady(bool ready, const QString &reason)
{
    m_isReady = ready;
    m_button->setToolTip(reason.isEmpty() ? tr("Send the message again and again until you stop it")
                                          : toolTipText(reason));
    tell();
}

void PublishRepeat::start()
{
    m_count = 1;
    m_timer.start(std::chrono::seconds(m_seconds->value()));
    tell();
    emit due();
}

void PublishRepeat::stop()
{
    if (!isRunning())
        return;
    m_timer.stop();
    tell();
    emit stopped();
}

void PublishRepeat::tell()
{
    m_button->setText(isRunning() ? tr("S&top (%1 sent)").arg(numberText(m_count)) : tr("&Repeat"));
    m_button->setIcon(isRunning() ? glyphIcon(Glyph::Cross, Tone::Bad)
                                  : glyphIcon(Glyph::LongPolling));
    m_button->setEnabled(isRunning() || m_isReady);
    m_seconds->setEnabled(!isRunning());
}

} // namespace amb
