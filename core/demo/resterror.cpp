// SPDX-License-Identifier: MIT
#include "core/demo/resterror.h"

#include "core/demo/orderedobject.h"

namespace amb {

HttpResponse restError(int status, QStringView message, QStringView detail)
{
    HttpResponse response;
    response.status = status;
    response.body =
        OrderedObject()
            .object("error", OrderedObject().text("message", message).text("detail", detail))
            .text("status", u"failure")
            .toJson();
    return response;
}

} // namespace amb
