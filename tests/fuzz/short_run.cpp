// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

/// Stands in for libFuzzer where a compiler has none: gives a fuzz target every seed and some changed copies of each, the
/// same ones every time. Arguments are folders of seeds; options of libFuzzer are passed over.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace {

using Bytes = std::vector<uint8_t>;

constexpr std::size_t longestAtLeisure = 20'000; ///< Larger seeds are slow to read: they are changed less often.
constexpr int changesOfSmall = 40, changesOfLarge = 3;

std::vector<Bytes> seedsIn(const std::string& folder)
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.is_regular_file()) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<Bytes> seeds;
    for (const auto& file : files) {
        std::ifstream in(file, std::ios::binary);
        seeds.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    return seeds;
}

/// Changes bytes, takes a piece out, says a piece twice, or goes on as another seed does.
class Changing {
public:
    explicit Changing(const std::vector<Bytes>& seeds) : m_seeds(seeds) {}

    Bytes changed(Bytes bytes)
    {
        for (std::size_t times = 1 + below(4); times > 0 && !bytes.empty(); --times)
            change(bytes);
        return bytes;
    }

private:
    std::size_t below(std::size_t end) { return end == 0 ? 0 : m_random() % end; }

    void change(Bytes& bytes)
    {
        const std::size_t at = below(bytes.size()), end = at + 1 + below(std::min<std::size_t>(bytes.size() - at, 64));
        const auto from = bytes.begin() + static_cast<std::ptrdiff_t>(at);
        const auto to = bytes.begin() + static_cast<std::ptrdiff_t>(std::min(end, bytes.size()));
        switch (below(4)) {
        case 0:
            bytes[at] = static_cast<uint8_t>(m_random());
            break;
        case 1:
            bytes.erase(from, to);
            break;
        case 2: {
            const Bytes piece(from, to);
            bytes.insert(from, piece.begin(), piece.end());
            break;
        }
        default: {
            const Bytes& other = m_seeds[below(m_seeds.size())];
            const std::size_t rest = below(other.size());
            bytes.resize(at);
            bytes.insert(bytes.end(), other.begin() + static_cast<std::ptrdiff_t>(rest), other.end());
        }
        }
    }

    const std::vector<Bytes>& m_seeds;
    std::mt19937 m_random{20261120};
};

} // namespace

int main(int argc, char** argv)
{
    std::vector<Bytes> seeds;
    for (int i = 1; i < argc; ++i) {
        if (argv[i][0] == '-') continue;
        const std::vector<Bytes> found = seedsIn(argv[i]);
        seeds.insert(seeds.end(), found.begin(), found.end());
    }
    if (seeds.empty()) {
        std::fprintf(stderr, "there are no seeds\n");
        return 1;
    }
    Changing changing(seeds);
    long given = 0;
    for (const Bytes& seed : seeds) {
        LLVMFuzzerTestOneInput(seed.data(), seed.size());
        const int changes = seed.size() <= longestAtLeisure ? changesOfSmall : changesOfLarge;
        for (int i = 0; i < changes; ++i) {
            const Bytes bytes = changing.changed(seed);
            LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
        }
        given += changes + 1;
    }
    std::printf("%ld inputs of %zu seeds\n", given, seeds.size());
    return 0;
}
