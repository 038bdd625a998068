package mx.gob.jocotepec.cauce.person;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.crypto.SealBrokenException;
import mx.gob.jocotepec.cauce.crypto.Sealed;
import mx.gob.jocotepec.cauce.crypto.Sealer;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.PersonId;
import mx.gob.jocotepec.cauce.shared.SpanishText;
import mx.gob.jocotepec.cauce.staff.SystemActor;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds names that lie sealed: opened into memory only, never on disk. It knows every name, so what it finds is only a proposal of ids:
 * the database decides which of them the actor may see. Catches up by transaction before each search, so it is right on every node.
 */
@Component
class NameIndex implements DisposableBean {
    private static final int BATCH = 5_000;
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final SystemActor system;
    private final TransactionTemplate reading;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private String horizon = "0";

    NameIndex(JdbcClient jdbc, Sealer sealer, SystemActor system, PlatformTransactionManager transactions)
            throws IOException {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.system = system;
        reading = new TransactionTemplate(transactions);
        reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        reading.setReadOnly(true);
        writer = new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig(new WhitespaceAnalyzer()));
        searchers = new SearcherManager(writer, null);
    }

    /** @return ids of persons whose names resemble the text, the most alike first, from {@code offset} on */
    List<PersonId> find(String text, int offset, int limit) {
        catchUp();
        try {
            var searcher = searchers.acquire();
            try {
                var found = searcher.search(query(text), offset + limit).scoreDocs;
                var fields = searcher.storedFields();
                var ids = new java.util.ArrayList<PersonId>();
                for (int i = offset; i < found.length; i++) {
                    ids.add(PersonId.of(
                            UUID.fromString(fields.document(found[i].doc).get("id"))));
                }
                return ids;
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes in what was registered or changed since the last look; usually nothing, in one short transaction. */
    synchronized void catchUp() {
        system.run(() -> {
            var batch = read(null, horizon, FIRST);
            boolean changed = !batch.rows.isEmpty();
            var next = batch.horizon;
            while (true) {
                batch.rows.parallelStream().forEach(this::put);
                if (batch.rows.size() < BATCH) break;
                var last = batch.rows.getLast();
                batch = read(next, last.tx, last.id);
            }
            horizon = next;
            if (changed) refresh();
        });
    }

    /** @param known the horizon of the first batch; null: it is this one */
    private Batch read(@Nullable String known, String since, UUID after) {
        return java.util.Objects.requireNonNull(reading.execute(status -> {
            // taken before the rows: what commits in between is read now and again next time
            var next = known != null
                    ? known
                    : jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text")
                            .query(String.class)
                            .single();
            var rows = jdbc.sql("select tx, person_id, wrapped_key, sealed from identity_feed(?, ?, ?)")
                    .params(since, after, BATCH)
                    .query((row, n) ->
                            new Row(row.getString(1), row.getObject(2, UUID.class), row.getBytes(3), row.getBytes(4)))
                    .list();
            return new Batch(next, rows);
        }));
    }

    private record Batch(String horizon, List<Row> rows) {}

    private void put(Row row) {
        try {
            var key = new Term("id", row.id.toString());
            if (row.wrappedKey == null || row.sealed == null) {
                writer.deleteDocuments(key);
                return;
            }
            var identity = open(row.id, new Sealed(row.wrappedKey, row.sealed));
            if (identity == null) {
                writer.deleteDocuments(key);
                return;
            }
            var document = new Document();
            document.add(new StringField("id", row.id.toString(), Store.YES));
            for (var field : List.of("given", "surname1", "surname2", "pseudonym", "nickname")) {
                identity.known(field).ifPresent(name -> {
                    document.add(new TextField("name", SpanishText.fold(name), Store.NO));
                    document.add(new TextField("sound", SpanishText.phoneticKey(name), Store.NO));
                });
            }
            writer.updateDocument(key, document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One name that does not open must not close the search for all others; the trail knows of it. */
    private @Nullable Answers open(UUID id, Sealed sealed) {
        try {
            return Answers.fromJson(sealer.open(SealedParts.Of.PERSON.place(id, Compartment.IDENTITY), sealed));
        } catch (SealBrokenException e) {
            return null;
        }
    }

    private void refresh() {
        try {
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each word may be exact, begun, misspelt or only sound alike; who matches more words stands higher. */
    private static Query query(String text) {
        var all = new BooleanQuery.Builder();
        for (var word : SpanishText.fold(text).split("[^a-z0-9]+")) {
            if (word.isEmpty()) continue;
            var ways = new java.util.ArrayList<Query>();
            ways.add(new BoostQuery(new TermQuery(new Term("name", word)), 4));
            ways.add(new BoostQuery(new PrefixQuery(new Term("name", word)), 2));
            ways.add(new BoostQuery(new TermQuery(new Term("sound", SpanishText.phoneticKey(word))), 2));
            if (word.length() > 3) {
                ways.add(new FuzzyQuery(new Term("name", word), word.length() > 6 ? 2 : 1, 1));
            }
            all.add(new DisjunctionMaxQuery(ways, 0), Occur.SHOULD);
        }
        return all.build();
    }

    @Override
    public void destroy() throws IOException {
        searchers.close();
        writer.close();
    }

    private record Row(String tx, UUID id, byte @Nullable [] wrappedKey, byte @Nullable [] sealed) {}
}
