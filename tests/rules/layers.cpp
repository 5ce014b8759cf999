// SPDX-License-Identifier: MIT
#include "tests/rules/layers.h"

#include <QList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

/// The headers directly in core/: they know nothing of the parts, and every part may use them.
const QString base = u"core/*"_s;

bool isBase(const QString &header)
{
    return header.startsWith("core/"_L1) && header.count(u'/') == 1
        && !header.startsWith("core/monitor"_L1);
}

/// The folders of ui/: each may use those before it, so that there are no circles.
const QStringList &uiFolders()
{
    static const QStringList folders{u"widgets"_s,
                                     u"doctor"_s,
                                     u"watchers"_s,
                                     u"channels"_s,
                                     u"filter"_s,
                                     u"inspector"_s,
                                     u"messages"_s,
                                     u"captures"_s,
                                     u"connection"_s,
                                     u"publish"_s,
                                     u"chart"_s,
                                     u"alerts"_s,
                                     u"boards"_s,
                                     u"stories"_s,
                                     u"instances"_s,
                                     u"window"_s};
    return folders;
}

/// What is in a folder of ui/, or in ui/ itself when that is empty.
Layer uiLayer(const QString &folder)
{
    Layer layer{u"ui/"_s + folder,
                {base,
                 u"core/monitor.h"_s,
                 u"core/bayeux/channelname.h"_s,
                 u"core/bayeux/channelpattern.h"_s,
                 u"core/bayeux/subscriptioninfo.h"_s,
                 u"core/capture/"_s,
                 u"core/decode/"_s,
                 u"core/doctor/doctor.h"_s,
                 u"core/doctor/doctorreport.h"_s,
                 u"core/doctor/doctorverdict.h"_s,
                 u"core/doctor/reporttext.h"_s,
                 u"core/instance/"_s,
                 u"core/reading/"_s,
                 u"core/transport/networksettings.h"_s},
                {u"QtNetwork"_s, u"QtWebSockets"_s},
                {u"QFile"_s, u"QSaveFile"_s, u"QTemporaryFile"_s}};
    if (folder.isEmpty())
        return layer;
    layer.folder += u'/';
    for (const QString &other : uiFolders()) {
        layer.mayInclude.append(u"ui/"_s + other + u'/');
        if (other == folder)
            break;
    }
    return layer;
}

QList<Layer> withUi(QList<Layer> layers)
{
    layers.append(uiLayer({}));
    for (const QString &folder : uiFolders())
        layers.append(uiLayer(folder));
    return layers;
}

const QList<Layer> &layers()
{
    const QStringList pictures{u"QtGui"_s, u"QtWidgets"_s};
    const QStringList noSockets{u"QtGui"_s, u"QtWidgets"_s, u"QtNetwork"_s, u"QtWebSockets"_s};
    static const QList<Layer> table{
        {u"core/"_s, {base}, noSockets, {}},
        {u"core/transport/"_s, {base, u"core/transport/"_s}, pictures, {}},
        {u"core/bayeux/"_s,
         {base,
          u"core/bayeux/"_s,
          u"core/transport/transport.h"_s,
          u"core/transport/transportfailure.h"_s,
          u"core/transport/transportchoice.h"_s},
         noSockets,
         {}},
        {u"core/instance/"_s, {base, u"core/instance/"_s, u"core/transport/"_s}, pictures, {}},
        {u"core/capture/"_s, {base, u"core/capture/"_s}, noSockets, {}},
        {u"core/decode/"_s, {base, u"core/decode/"_s}, noSockets, {}},
        {u"core/reading/"_s,
         {base, u"core/reading/"_s, u"core/capture/"_s, u"core/decode/"_s},
         noSockets,
         {}},
        {u"core/doctor/"_s,
         {base, u"core/doctor/"_s, u"core/bayeux/"_s, u"core/instance/"_s, u"core/transport/"_s},
         pictures,
         {}},
        {u"core/secrets/"_s, {base, u"core/secrets/"_s}, noSockets, {}},
        {u"core/demo/"_s, {base, u"core/demo/"_s, u"core/bayeux/"_s}, pictures, {}},
        {u"core/monitor"_s,
         {base,
          u"core/monitor"_s,
          u"core/bayeux/"_s,
          u"core/transport/"_s,
          u"core/instance/"_s,
          u"core/capture/"_s,
          u"core/decode/"_s,
          u"core/doctor/"_s},
         pictures,
         {}},
    };
    static const QList<Layer> all = withUi(table);
    return all;
}

} // namespace

const Layer *layerOf(const QString &path)
{
    const Layer *best = nullptr;
    for (const Layer &layer : layers()) {
        if (path.startsWith(layer.folder) && (!best || layer.folder.size() > best->folder.size()))
            best = &layer;
    }
    return best;
}

bool mayInclude(const Layer &layer, const QString &header)
{
    if (header.endsWith(".moc"_L1)) // what moc made of the file itself
        return true;
    return std::any_of(
        layer.mayInclude.begin(), layer.mayInclude.end(), [&header](const QString &allowed) {
            return allowed == base ? isBase(header) : header.startsWith(allowed);
        });
}

} // namespace amb
