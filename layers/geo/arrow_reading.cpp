// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/arrow_reading.h"

#include <limits>
#include <memory>
#include <ogr_recordbatch.h>
#include <ogrsf_frmts.h>

namespace geo {

namespace {

/// A structure of the Arrow C interface that is let go of at the end.
template<typename Raw> struct Owned : Raw {
    Owned() : Raw{} {}
    Owned(const Owned&) = delete;
    Owned& operator=(const Owned&) = delete;
    ~Owned()
    {
        if (this->release) this->release(this);
    }
};

/// Where in a batch the three columns are; -1: not there.
struct Places {
    int id = -1, geometry = -1, value = -1;
    char valueFormat = 0;
};

bool isNull(const ArrowArray& column, qint64 row)
{
    const auto* bits = static_cast<const uchar*>(column.buffers[0]);
    return bits && !(bits[row / 8] >> (row % 8) & 1);
}

template<typename T> T at(const ArrowArray& column, qint64 row)
{
    return static_cast<const T*>(column.buffers[1])[row];
}

float numberAt(const ArrowArray& column, char format, qint64 row)
{
    if (isNull(column, row)) return std::numeric_limits<float>::quiet_NaN();
    switch (format) {
    case 'g':
        return static_cast<float>(at<double>(column, row));
    case 'f':
        return at<float>(column, row);
    case 'l':
        return static_cast<float>(at<qint64>(column, row));
    case 's':
        return at<qint16>(column, row);
    default:
        return static_cast<float>(at<qint32>(column, row));
    }
}

Places placesOf(const ArrowSchema& schema, OGRLayer& layer, const QByteArray& valueField)
{
    Places places;
    QByteArray id = layer.GetFIDColumn(), geometry = layer.GetGeometryColumn();
    if (id.isEmpty()) id = "OGC_FID";
    if (geometry.isEmpty()) geometry = "wkb_geometry";
    for (int i = 0; i < static_cast<int>(schema.n_children); ++i) {
        const QByteArray name = schema.children[i]->name, format = schema.children[i]->format;
        if (name == id && format == "l") places.id = i;
        if (name == geometry && format == "z") places.geometry = i;
        if (name == valueField && format.size() == 1 && QByteArray("gflsi").contains(format[0])) {
            places.value = i;
            places.valueFormat = format[0];
        }
    }
    return places;
}

void takeBatch(const ArrowArray& batch, const Places& places, ColumnBuilder& builder)
{
    const ArrowArray& ids = *batch.children[places.id];
    const ArrowArray& shapes = *batch.children[places.geometry];
    const auto* offsets = static_cast<const qint32*>(shapes.buffers[1]) + shapes.offset;
    const auto* bytes = static_cast<const uchar*>(shapes.buffers[2]);
    for (qint64 i = 0; i < batch.length; ++i) {
        const float value = places.value < 0 ? std::numeric_limits<float>::quiet_NaN()
                                             : numberAt(*batch.children[places.value], places.valueFormat,
                                                        i + batch.children[places.value]->offset);
        const qint64 id = at<qint64>(ids, i + ids.offset);
        if (isNull(shapes, i + shapes.offset))
            builder.add(id, value, nullptr);
        else
            builder.addWkb(id, value,
                           {bytes + offsets[i], static_cast<std::size_t>(offsets[i + 1] - offsets[i])});
    }
}

} // namespace

bool readByArrow(OGRLayer& layer, const QByteArray& valueField, GatherColumns& gather,
                 ReadingProgress& progress)
{
    Owned<ArrowArrayStream> stream;
    Owned<ArrowSchema> schema;
    // Small enough that the last one, which nobody reads beside, is soon done.
    const char* const options[] = {"MAX_FEATURES_IN_BATCH=16384", nullptr};
    if (!layer.GetArrowStream(&stream, const_cast<char**>(options)) || stream.get_schema(&stream, &schema) != 0) return false;
    const Places places = placesOf(schema, layer, valueField);
    if (places.id < 0 || places.geometry < 0 || (places.value < 0 && !valueField.isEmpty())) return false;
    while (!progress.cancelled) {
        const auto batch = std::make_shared<Owned<ArrowArray>>();
        if (stream.get_next(&stream, batch.get()) != 0 || !batch->release) break;
        progress.features += batch->length;
        gather.add([batch, places](ColumnBuilder& builder) { takeBatch(*batch, places, builder); });
    }
    return true;
}

} // namespace geo
