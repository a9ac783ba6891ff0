// A small hand-written C program to measure others by: bidirectional breadth-first search, neighbourhoods and closures over compressed
// sparse rows, on scratch that is stamped with the number of the search, so that nothing is cleared or allocated for a query.
// It speaks the protocol of the README beside it and reads the arrays that `arrays FILE.kgraph DIR` writes.

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct {
    int32_t *offsets;
    int32_t *neighbours;
    uint16_t *types;      // attributes in the order of the rows, as a search meets them
    int32_t *first_days;
    int32_t *last_days;
} Rows;

typedef struct {
    uint32_t *seen;       // the number of the search that saw the node, on this side
    int32_t *hops;
    int32_t *queue;
} Side;

static int32_t nodes, edges, as_of;
static int admitted[65536];
static int32_t *from, *to, *first_day, *last_day;
static uint16_t *type;
static Rows ahead, back;
static Side forward, backward;
static uint64_t *reached;  // bits, for the closure that changes direction
static uint64_t *fresh;
static uint32_t search_number;

static int64_t nanoseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000000LL + now.tv_nsec;
}

static void *memory(size_t count, size_t size) {
    void *block = calloc(count ? count : 1, size);
    if (!block) { fprintf(stderr, "out of memory\n"); exit(2); }
    return block;
}

static void *array(const char *folder, const char *name, size_t size) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    void *block = memory(edges, size);
    if (!file || fread(block, size, edges, file) != (size_t)edges) { fprintf(stderr, "cannot read %s\n", path); exit(2); }
    fclose(file);
    return block;
}

static void read_header(const char *folder) {
    char path[4096], line[65536];
    snprintf(path, sizeof path, "%s/graph.txt", folder);
    FILE *file = fopen(path, "r");
    if (!file) { fprintf(stderr, "cannot read %s\n", path); exit(2); }
    while (fgets(line, sizeof line, file)) {
        char *word = strtok(line, " \n");
        char *value = strtok(NULL, " \n");
        if (!word || !value) continue;
        if (!strcmp(word, "nodes")) nodes = atoi(value);
        if (!strcmp(word, "edges")) edges = atoi(value);
        if (!strcmp(word, "as-of")) as_of = atoi(value);
        if (!strcmp(word, "admitted"))
            for (; value; value = strtok(NULL, " \n")) admitted[atoi(value)] = 1;
    }
    fclose(file);
}

// Counting sort of the edges by the node whose row they stand in.
static void lay_out(Rows *rows, const int32_t *row, const int32_t *column, int attributes) {
    rows->offsets = memory((size_t)nodes + 2, sizeof(int32_t));
    rows->neighbours = memory(edges, sizeof(int32_t));
    int32_t *next = rows->offsets + 1;  // where the next edge of a row goes: first its start, at last its end, the start of the one after
    for (int32_t e = 0; e < edges; e++) next[row[e] + 1]++;
    for (int32_t n = 1; n < nodes; n++) next[n] += next[n - 1];
    if (attributes) {
        rows->types = memory(edges, sizeof(uint16_t));
        rows->first_days = memory(edges, sizeof(int32_t));
        rows->last_days = memory(edges, sizeof(int32_t));
    }
    for (int32_t e = 0; e < edges; e++) {
        int32_t at = next[row[e]]++;
        rows->neighbours[at] = column[e];
        if (attributes) {
            rows->types[at] = type[e];
            rows->first_days[at] = first_day[e];
            rows->last_days[at] = last_day[e];
        }
    }
}

static void release(Rows *rows) {
    free(rows->offsets); free(rows->neighbours); free(rows->types); free(rows->first_days); free(rows->last_days);
}

static inline int admits(const Rows *rows, int32_t at) {
    return admitted[rows->types[at]] && rows->first_days[at] <= as_of && as_of <= rows->last_days[at];
}

// One level from one side. Returns the hops of the first path that meets the other side, or -1. The first is a shortest: both sides
// hold whole levels, so that a shorter one would have been met before.
static inline int32_t expand(const Rows *rows, Side *mine, const Side *other, int32_t begin, int32_t *end, int filtered) {
    int32_t last = *end;
    for (int32_t i = begin; i < last; i++) {
        int32_t node = mine->queue[i], hops = mine->hops[node] + 1;
        for (int32_t at = rows->offsets[node]; at < rows->offsets[node + 1]; at++) {
            int32_t neighbour = rows->neighbours[at];
            if (mine->seen[neighbour] == search_number || (filtered && !admits(rows, at))) continue;
            if (other->seen[neighbour] == search_number) return hops + other->hops[neighbour];
            mine->seen[neighbour] = search_number;
            mine->hops[neighbour] = hops;
            mine->queue[(*end)++] = neighbour;
        }
    }
    return -1;
}

static int64_t row_sum(const Rows *rows, const Side *side, int32_t begin, int32_t end) {
    int64_t sum = 0;
    for (int32_t i = begin; i < end; i++) sum += rows->offsets[side->queue[i] + 1] - rows->offsets[side->queue[i]];
    return sum;
}

static int32_t shortest(int32_t source, int32_t target, int filtered) {
    if (source == target) return 0;
    search_number++;
    forward.seen[source] = backward.seen[target] = search_number;
    forward.hops[source] = backward.hops[target] = 0;
    forward.queue[0] = source;
    backward.queue[0] = target;
    int32_t f_begin = 0, f_end = 1, b_begin = 0, b_end = 1;
    int64_t f_cost = row_sum(&ahead, &forward, 0, 1), b_cost = row_sum(&back, &backward, 0, 1);
    while (f_begin < f_end && b_begin < b_end) {
        int32_t found;
        if (f_cost <= b_cost) {
            int32_t begin = f_begin;
            f_begin = f_end;
            found = expand(&ahead, &forward, &backward, begin, &f_end, filtered);
            f_cost = row_sum(&ahead, &forward, f_begin, f_end);
        } else {
            int32_t begin = b_begin;
            b_begin = b_end;
            found = expand(&back, &backward, &forward, begin, &b_end, filtered);
            b_cost = row_sum(&back, &backward, b_begin, b_end);
        }
        if (found >= 0) return found;
    }
    return -1;
}

static int32_t within(int32_t source, int32_t hops) {
    search_number++;
    forward.seen[source] = search_number;
    forward.queue[0] = source;
    int32_t begin = 0, end = 1;
    for (; hops > 0 && begin < end; hops--)
        for (int32_t last = end; begin < last; begin++) {
            int32_t node = forward.queue[begin];
            for (int32_t at = ahead.offsets[node]; at < ahead.offsets[node + 1]; at++) {
                int32_t neighbour = ahead.neighbours[at];
                if (forward.seen[neighbour] == search_number) continue;
                forward.seen[neighbour] = search_number;
                forward.queue[end++] = neighbour;
            }
        }
    return end;
}

#define HAS(bits, node) ((bits)[(node) >> 6] >> ((node) & 63) & 1)
#define ADD(bits, node) ((bits)[(node) >> 6] |= 1ULL << ((node) & 63))

// Direction-optimising breadth-first search (Beamer, Asanovic and Patterson 2012): while the frontier is broad, nodes not yet reached
// look back for any neighbour in it.
static int32_t closure_by_both_directions(int32_t source) {
    size_t words = ((size_t)nodes + 63) / 64;
    memset(reached, 0, words * 8);
    ADD(reached, source);
    forward.queue[0] = source;
    int32_t begin = 0, end = 1;
    int64_t edges_left = edges;
    while (begin < end) {
        int64_t frontier_edges = row_sum(&ahead, &forward, begin, end);
        edges_left -= frontier_edges;
        int32_t last = end;
        if (frontier_edges > edges_left / 14) {
            memset(fresh, 0, words * 8);
            for (int32_t i = begin; i < last; i++) ADD(fresh, forward.queue[i]);
            for (size_t word = 0; word < words; word++)
                for (uint64_t rest = ~reached[word]; rest; rest &= rest - 1) {
                    int32_t node = (int32_t)(word * 64) + __builtin_ctzll(rest);
                    if (node >= nodes) break;
                    for (int32_t at = back.offsets[node]; at < back.offsets[node + 1]; at++)
                        if (HAS(fresh, back.neighbours[at])) { ADD(reached, node); forward.queue[end++] = node; break; }
                }
            begin = last;
        } else {
            for (; begin < last; begin++)
                for (int32_t at = ahead.offsets[forward.queue[begin]]; at < ahead.offsets[forward.queue[begin] + 1]; at++) {
                    int32_t neighbour = ahead.neighbours[at];
                    if (!HAS(reached, neighbour)) { ADD(reached, neighbour); forward.queue[end++] = neighbour; }
                }
        }
    }
    return end;
}

static void side(Side *side) {
    side->seen = memory(nodes, sizeof(uint32_t));
    side->hops = memory(nodes, sizeof(int32_t));
    side->queue = memory(nodes, sizeof(int32_t));
}

// The ends in no order, as facts come: what is sorted already is laid out several times as fast.
static int32_t *shuffled_from, *shuffled_to;

static void shuffle(void) {
    shuffled_from = memory(edges, sizeof(int32_t));
    shuffled_to = memory(edges, sizeof(int32_t));
    uint64_t state = 1;
    for (int32_t e = 0; e < edges; e++) {
        state ^= state << 13; state ^= state >> 7; state ^= state << 17;
        int32_t other = (int32_t)(state % (uint64_t)(e + 1));
        shuffled_from[e] = shuffled_from[other]; shuffled_to[e] = shuffled_to[other];
        shuffled_from[other] = from[e]; shuffled_to[other] = to[e];
    }
}

static int64_t build(void) {
    Rows there = {0}, back_again = {0};
    int64_t start = nanoseconds();
    lay_out(&there, shuffled_from, shuffled_to, 0);
    lay_out(&back_again, shuffled_to, shuffled_from, 0);
    int64_t took = nanoseconds() - start;
    release(&there);
    release(&back_again);
    return took;
}

static int64_t answer(const char *row, int32_t a, int32_t b, int64_t *took) {
    int64_t start = nanoseconds(), found;
    if (!strcmp(row, "shortest")) found = shortest(a, b, 0);
    else if (!strcmp(row, "filtered")) found = shortest(a, b, 1);
    else if (!strcmp(row, "hood")) found = within(a, 3);
    else if (!strcmp(row, "closure-plain")) found = within(a, nodes);
    else if (!strcmp(row, "closure")) found = closure_by_both_directions(a);
    else { *took = build(); return edges; }
    *took = nanoseconds() - start;
    return found;
}

int main(int count, char **arguments) {
    static const char *known[] = {"build", "shortest", "filtered", "hood", "closure", "closure-plain"};
    if (count != 2) { fprintf(stderr, "usage: bare FOLDER\n"); return 2; }
    read_header(arguments[1]);
    from = array(arguments[1], "from.i32", 4);
    to = array(arguments[1], "to.i32", 4);
    type = array(arguments[1], "type.u16", 2);
    first_day = array(arguments[1], "first-day.i32", 4);
    last_day = array(arguments[1], "last-day.i32", 4);
    shuffle();
    lay_out(&ahead, from, to, 1);
    lay_out(&back, to, from, 1);
    side(&forward);
    side(&backward);
    reached = memory((size_t)nodes / 64 + 1, 8);
    fresh = memory((size_t)nodes / 64 + 1, 8);
    printf("ready %lld %lld gcc %s\n", (long long)build(), 2 * ((long long)nodes * 4 + (long long)edges * 14), __VERSION__);
    fflush(stdout);
    static char line[1 << 20];
    while (fgets(line, sizeof line, stdin)) {
        char *row = strtok(line, " \n");
        if (!row) continue;
        int is_known = 0;
        for (size_t i = 0; i < sizeof known / sizeof *known; i++) is_known |= !strcmp(row, known[i]);
        if (!is_known) puts("absent");
        else for (char *query = strtok(NULL, " \n"); query; query = strtok(NULL, " \n")) {
            char *comma = strchr(query, ',');
            int64_t took, found = answer(row, atoi(query), comma ? atoi(comma + 1) : 0, &took);
            printf("%lld %lld\n", (long long)took, (long long)found);
        }
        puts("end");
        fflush(stdout);
    }
    return 0;
}
