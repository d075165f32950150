-- 2026-11-21. The first schema.
--
-- * A document is rows, one for each page and node, so that a keystroke writes one row and not the document.
-- * Ids are 16-byte BLOBs: they are repeated in every key, and text would more than double them.
-- * Pages and nodes are clustered by document (WITHOUT ROWID): opening a document reads one stretch of the file, and an id
--   needs to be unique only within its document.
-- * Order keys are BLOBs: SQLite compares them byte by byte, as the model does.
-- * Times are milliseconds since 1970-01-01 UTC. Blobs are named by their 32-byte BLAKE3.
-- * What only the model understands (charter, content, patch) is JSON.

CREATE TABLE brands (
  id      BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  charter TEXT    NOT NULL,
  sample  INTEGER NOT NULL CHECK (sample IN (0, 1)),
  created INTEGER NOT NULL,
  changed INTEGER NOT NULL
) STRICT;

-- The files a charter names: logos, motifs.
CREATE TABLE brand_files (
  brand BLOB NOT NULL REFERENCES brands (id) ON DELETE CASCADE,
  name  TEXT NOT NULL,
  blob  BLOB NOT NULL CHECK (length(blob) = 32),
  PRIMARY KEY (brand, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE documents (
  id           BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  brand        BLOB    NOT NULL REFERENCES brands (id),
  kind         TEXT    NOT NULL,
  title        TEXT    NOT NULL,
  master       TEXT    NOT NULL,
  formats      TEXT    NOT NULL,           -- JSON array, in the order a person gave
  front_matter TEXT    NOT NULL,           -- JSON array, what the outline says that means nothing to us
  revision     INTEGER NOT NULL,           -- grows by one with every patch
  cursor       INTEGER NOT NULL DEFAULT 0, -- the step that redo would do: those before it are done
  created      INTEGER NOT NULL,
  changed      INTEGER NOT NULL,
  trashed      INTEGER                     -- when it was put in the trash
) STRICT, WITHOUT ROWID;

CREATE INDEX documents_by_brand ON documents (brand);

CREATE TABLE pages (
  document  BLOB NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  id        BLOB NOT NULL CHECK (length(id) = 16),
  order_key BLOB NOT NULL,
  layout    TEXT,                      -- NULL lets the text decide
  PRIMARY KEY (document, id)
) STRICT, WITHOUT ROWID;

-- The page is checked at the commit: a patch may name a node before its page.
CREATE TABLE nodes (
  document  BLOB NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  id        BLOB NOT NULL CHECK (length(id) = 16),
  page      BLOB NOT NULL,
  order_key BLOB NOT NULL,
  content   TEXT NOT NULL,
  PRIMARY KEY (document, id),
  FOREIGN KEY (document, page) REFERENCES pages (document, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- What can be undone and redone. A step keeps its number when older ones are forgotten.
CREATE TABLE steps (
  document BLOB    NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  number   INTEGER NOT NULL,
  patch    TEXT    NOT NULL,           -- JSON
  gesture  TEXT,                       -- JSON
  at_ms    INTEGER NOT NULL,
  PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;

-- A file is in the library once: the same bytes brought twice are one asset.
CREATE TABLE assets (
  id      BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  blob    BLOB    NOT NULL UNIQUE CHECK (length(blob) = 32),
  name    TEXT    NOT NULL,
  width   INTEGER NOT NULL,            -- px, as shown (after orientation)
  height  INTEGER NOT NULL,            -- px
  bytes   INTEGER NOT NULL,
  created INTEGER NOT NULL
) STRICT;

CREATE TABLE preferences (
  key   TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL                  -- JSON
) STRICT, WITHOUT ROWID;
