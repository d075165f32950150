-- 2026-11-22. The content library: what files are, what is said of them, what may be done with them; and what charters
-- were before they were changed.
--
-- * An asset belongs to a brand, and nothing of a brand is seen from another one. Those of before go to the brand of the
--   first creation that shows them, else to the oldest brand; a creation finds its pictures by id, whosever they are.
-- * `number` is the order of arrival and the key of the words: an implicit rowid may change when a backup is made.
-- * `standing` and `ends` are what the model says of the rights, kept so that they can be looked for.
-- * What a creation shows is read from its nodes by a column that SQLite computes: nothing has to be kept in step. A
--   damaged node shows nothing, and is told when its document is opened.
-- * The signed document of an agreement is read from its facts the same way. A damaged agreement fails there: what it
--   names is not known, so nothing may be swept.
-- * `kind` is guessed for the assets of before by their dimensions alone: they were all photographs.

ALTER TABLE nodes ADD COLUMN asset BLOB GENERATED ALWAYS AS (
  CASE WHEN json_valid(content) AND json_extract(content, '$.source') GLOB 'asset:*'
    THEN unhex(replace(substr(json_extract(content, '$.source'), 7), '-', '')) END
) VIRTUAL;

CREATE INDEX nodes_by_asset ON nodes (asset, document) WHERE asset IS NOT NULL;

CREATE TABLE library_assets (
  number   INTEGER PRIMARY KEY,
  id       BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
  brand    BLOB    NOT NULL REFERENCES brands (id),
  blob     BLOB    NOT NULL CHECK (length(blob) = 32),
  kind     TEXT    NOT NULL,
  format   TEXT    NOT NULL,             -- the extension files of its format bear, without a dot
  width    INTEGER NOT NULL,             -- px, as shown (after orientation); 0 when unknown
  height   INTEGER NOT NULL,             -- px
  bytes    INTEGER NOT NULL,
  created  INTEGER NOT NULL,             -- when it came in
  taken    TEXT,                         -- ISO 8601, by the clock of the camera
  hash     INTEGER,                      -- what it looks like, in 64 bits
  palette  BLOB    NOT NULL DEFAULT x'', -- its colours, three bytes each, the largest first
  tones    INTEGER NOT NULL DEFAULT 0,   -- their names, a bit each
  faces    INTEGER NOT NULL DEFAULT 0,
  name     TEXT    NOT NULL,
  alt      TEXT    NOT NULL DEFAULT '',
  notes    TEXT    NOT NULL DEFAULT '',
  rating   INTEGER NOT NULL DEFAULT 0,
  picked   INTEGER NOT NULL DEFAULT 0,
  focus_x  REAL    NOT NULL DEFAULT 0.5,
  focus_y  REAL    NOT NULL DEFAULT 0.5,
  aimed    INTEGER NOT NULL DEFAULT 0,
  author   TEXT    NOT NULL DEFAULT '',
  credit   TEXT    NOT NULL DEFAULT '',
  licence  TEXT    NOT NULL DEFAULT 'unknown',
  terms    TEXT    NOT NULL DEFAULT '',
  source   TEXT    NOT NULL DEFAULT '',
  until    TEXT,                         -- a day, ISO 8601
  people   TEXT    NOT NULL DEFAULT 'unknown',
  standing TEXT    NOT NULL DEFAULT 'toCheck',
  ends     TEXT,                         -- the last day it may be used
  trashed  INTEGER,                      -- when it was put in the trash
  UNIQUE (brand, blob)
) STRICT;

INSERT INTO library_assets (id, brand, blob, kind, format, width, height, bytes, created, name)
  SELECT id, brand, blob, 'photo', 'jpg', width, height, bytes, created, name FROM (
    SELECT assets.*, coalesce(
      (SELECT documents.brand FROM nodes JOIN documents ON documents.id = nodes.document
        WHERE nodes.asset = assets.id ORDER BY documents.created LIMIT 1),
      (SELECT id FROM brands ORDER BY created, id LIMIT 1)) AS brand
    FROM assets)
  WHERE brand IS NOT NULL ORDER BY created, id;

DROP TABLE assets;
ALTER TABLE library_assets RENAME TO assets;

-- A page of a brand's wall, whichever comes first; the first index is for counting too.
CREATE INDEX assets_by_brand ON assets (brand, trashed);
CREATE INDEX assets_by_name ON assets (brand, trashed, name COLLATE NOCASE, number);
CREATE INDEX assets_by_date ON assets (brand, trashed, coalesce(taken, ''), number);
CREATE INDEX assets_by_rating ON assets (brand, trashed, rating, number);
CREATE INDEX assets_by_look ON assets (brand, trashed, hash, id) WHERE hash IS NOT NULL;
-- All that is counted beside the wall, without reading the rows.
CREATE INDEX assets_by_facet
  ON assets (brand, trashed, kind, standing, ends, tones, picked, width, height, created, bytes);

CREATE TABLE tags (
  number INTEGER PRIMARY KEY,
  brand  BLOB NOT NULL REFERENCES brands (id),
  name   TEXT NOT NULL,
  UNIQUE (brand, name)
) STRICT;

CREATE TABLE asset_tags (
  tag   INTEGER NOT NULL REFERENCES tags (number),
  asset INTEGER NOT NULL REFERENCES assets (number) ON DELETE CASCADE,
  PRIMARY KEY (tag, asset)
) STRICT, WITHOUT ROWID;

CREATE INDEX tags_of_asset ON asset_tags (asset, tag);

CREATE TABLE collections (
  id      BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  brand   BLOB    NOT NULL REFERENCES brands (id),
  name    TEXT    NOT NULL,
  query   TEXT,                          -- JSON; what it gathers by itself
  created INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE asset_collections (
  collection BLOB    NOT NULL REFERENCES collections (id) ON DELETE CASCADE,
  asset      INTEGER NOT NULL REFERENCES assets (number) ON DELETE CASCADE,
  PRIMARY KEY (collection, asset)
) STRICT, WITHOUT ROWID;

CREATE INDEX collections_of_asset ON asset_collections (asset, collection);

CREATE TABLE consents (
  id    BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  brand BLOB NOT NULL REFERENCES brands (id),
  facts TEXT NOT NULL,                   -- JSON
  blob  BLOB GENERATED ALWAYS AS (unhex(json_extract(facts, '$.file.blob'))) VIRTUAL CHECK (length(blob) = 32)
) STRICT, WITHOUT ROWID;

CREATE TABLE asset_consents (
  consent BLOB    NOT NULL REFERENCES consents (id) ON DELETE CASCADE,
  asset   INTEGER NOT NULL REFERENCES assets (number) ON DELETE CASCADE,
  PRIMARY KEY (consent, asset)
) STRICT, WITHOUT ROWID;

CREATE INDEX consents_of_asset ON asset_consents (asset, consent);

-- What can be found by words, by the asset's number. `scope` is the brand, and whether it is in the trash: a search
-- reads nothing of the others. It begins with U+E000, which no word of a person has. Accents and capitals are folded
-- here, ligatures before. What is a letter is said by words.rs too: a word must be one token, as no phrases are kept.
CREATE VIRTUAL TABLE asset_words USING fts5 (
  scope, name, tags, texts,
  content = '', contentless_delete = 1, detail = none, prefix = '1 2 3 4 5',
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* M* Co'"
);

-- Every word there ever was, without accents, to find what a slip of the fingers meant.
CREATE TABLE asset_vocabulary (
  word TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

INSERT INTO asset_words (rowid, scope, name, tags, texts) SELECT number, char(0xe000) || 'k' || lower(hex(brand)), name, '', '' FROM assets;

-- Files on their way in, so that what was interrupted can be taken up again.
CREATE TABLE imports (
  id      BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  brand   BLOB    NOT NULL REFERENCES brands (id),
  paths   TEXT    NOT NULL,              -- JSON array: what the person chose
  created INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What a brand's charter was at each time it was put in force; the one in force is the last. The one that is being
-- worked on is a draft.
CREATE TABLE charters (
  brand   BLOB    NOT NULL REFERENCES brands (id) ON DELETE CASCADE,
  number  INTEGER NOT NULL,              -- from 1, never given twice
  charter TEXT    NOT NULL,              -- JSON
  name    TEXT    NOT NULL DEFAULT '',   -- what a person calls it
  created INTEGER NOT NULL,
  PRIMARY KEY (brand, number)
) STRICT, WITHOUT ROWID;

INSERT INTO charters (brand, number, charter, created) SELECT id, 1, charter, changed FROM brands;

ALTER TABLE brands ADD COLUMN draft TEXT;       -- JSON; NULL when nobody is changing the charter

-- A published document keeps the charter it was published with.
ALTER TABLE documents ADD COLUMN published INTEGER;
ALTER TABLE documents ADD COLUMN charter INTEGER; -- its number; NULL follows the one in force

-- What a person decided to let be, once: a finding, by what it is about.
CREATE TABLE waivers (
  document BLOB    NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  finding  TEXT    NOT NULL,
  reason   TEXT    NOT NULL,
  created  INTEGER NOT NULL,
  PRIMARY KEY (document, finding)
) STRICT, WITHOUT ROWID;
