CREATE TABLE `held_works` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`rev` integer NOT NULL,
	`buckets` text NOT NULL,
	`deleted` integer NOT NULL,
	`marks` text NOT NULL,
	`mutation_id` text,
	`mutation_name` text,
	`mutation_version` integer,
	`args` text,
	`subject_id` text,
	`author_id` text,
	`author_name` text,
	`written_at` integer,
	`reason` text,
	`state` text,
	`decided_by_name` text,
	`decided_at` integer,
	`purpose` text,
	`legal_basis` text,
	`retain_until` text,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `held_works_by_mutation_id` ON `held_works` (`community_id`,`mutation_id`);--> statement-breakpoint
CREATE INDEX `held_works_by_subject_id` ON `held_works` (`community_id`,`subject_id`);--> statement-breakpoint
CREATE INDEX `held_works_by_author_id` ON `held_works` (`community_id`,`author_id`);--> statement-breakpoint
CREATE TABLE `bucket_digests` (
	`community_id` text NOT NULL,
	`bucket` text NOT NULL,
	`high` integer NOT NULL,
	`low` integer NOT NULL,
	PRIMARY KEY(`community_id`, `bucket`)
);
--> statement-breakpoint
CREATE TABLE `erasures` (
	`community_id` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	PRIMARY KEY(`community_id`, `person_id`)
);
--> statement-breakpoint
ALTER TABLE `persons` ADD `erased_at` integer;