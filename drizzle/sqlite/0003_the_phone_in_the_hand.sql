CREATE TABLE `photo_files` (
	`community_id` text NOT NULL,
	`sha256` text NOT NULL,
	`account_id` text NOT NULL,
	`bytes` integer NOT NULL,
	`have` integer NOT NULL,
	`started_at` integer NOT NULL,
	`complete_at` integer,
	`refused_at` integer,
	PRIMARY KEY(`community_id`, `sha256`)
);
--> statement-breakpoint
CREATE TABLE `answer_sheets` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`rev` integer NOT NULL,
	`buckets` text NOT NULL,
	`deleted` integer NOT NULL,
	`marks` text NOT NULL,
	`visit_id` text,
	`dwelling_id` text,
	`household_id` text,
	`question_set_id` text,
	`set_key` text,
	`answers` text,
	`answered_at` integer,
	`purpose` text,
	`legal_basis` text,
	`retain_until` text,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `answer_sheets_by_visit_id` ON `answer_sheets` (`community_id`,`visit_id`);--> statement-breakpoint
CREATE INDEX `answer_sheets_by_dwelling_id` ON `answer_sheets` (`community_id`,`dwelling_id`);--> statement-breakpoint
CREATE INDEX `answer_sheets_by_household_id` ON `answer_sheets` (`community_id`,`household_id`);--> statement-breakpoint
CREATE INDEX `answer_sheets_by_question_set_id` ON `answer_sheets` (`community_id`,`question_set_id`);--> statement-breakpoint
CREATE TABLE `cadences` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`rev` integer NOT NULL,
	`buckets` text NOT NULL,
	`deleted` integer NOT NULL,
	`marks` text NOT NULL,
	`preset_key` text,
	`name` text,
	`tag_kinds` text,
	`also_tag_kinds` text,
	`min_age` integer,
	`every_days` integer,
	`after_change_days` integer,
	`is_active` integer,
	`sort_order` integer,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `field_changes` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`rev` integer NOT NULL,
	`buckets` text NOT NULL,
	`deleted` integer NOT NULL,
	`marks` text NOT NULL,
	`table` text,
	`row_id` text,
	`field` text,
	`before` text,
	`after` text,
	`changed_at` integer,
	`changed_by_name` text,
	`visit_id` text,
	`purpose` text,
	`legal_basis` text,
	`retain_until` text,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `field_changes_by_row_id` ON `field_changes` (`community_id`,`row_id`);--> statement-breakpoint
CREATE INDEX `field_changes_by_visit_id` ON `field_changes` (`community_id`,`visit_id`);--> statement-breakpoint
CREATE TABLE `household_codes` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`rev` integer NOT NULL,
	`buckets` text NOT NULL,
	`deleted` integer NOT NULL,
	`marks` text NOT NULL,
	`household_id` text,
	`token` text,
	`from_on` text,
	`to_on` text,
	`purpose` text,
	`legal_basis` text,
	`retain_until` text,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `household_codes_by_household_id` ON `household_codes` (`community_id`,`household_id`);--> statement-breakpoint
CREATE TABLE `photos` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`rev` integer NOT NULL,
	`buckets` text NOT NULL,
	`deleted` integer NOT NULL,
	`marks` text NOT NULL,
	`dwelling_id` text,
	`household_id` text,
	`visit_id` text,
	`need_id` text,
	`sha256` text,
	`bytes` integer,
	`width` integer,
	`height` integer,
	`caption` text,
	`added_at` integer,
	`added_by_name` text,
	`purpose` text,
	`legal_basis` text,
	`retain_until` text,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `photos_by_dwelling_id` ON `photos` (`community_id`,`dwelling_id`);--> statement-breakpoint
CREATE INDEX `photos_by_household_id` ON `photos` (`community_id`,`household_id`);--> statement-breakpoint
CREATE INDEX `photos_by_visit_id` ON `photos` (`community_id`,`visit_id`);--> statement-breakpoint
CREATE INDEX `photos_by_need_id` ON `photos` (`community_id`,`need_id`);--> statement-breakpoint
CREATE INDEX `photos_by_sha256` ON `photos` (`community_id`,`sha256`);--> statement-breakpoint
CREATE TABLE `question_sets` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`rev` integer NOT NULL,
	`buckets` text NOT NULL,
	`deleted` integer NOT NULL,
	`marks` text NOT NULL,
	`set_key` text,
	`set_version` integer,
	`replaces_id` text,
	`kind` text,
	`name` text,
	`name_en` text,
	`questions` text,
	`audience` text,
	`from_on` text,
	`to_on` text,
	`is_active` integer,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `question_sets_by_replaces_id` ON `question_sets` (`community_id`,`replaces_id`);--> statement-breakpoint
CREATE TABLE `regroupings` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`rev` integer NOT NULL,
	`buckets` text NOT NULL,
	`deleted` integer NOT NULL,
	`marks` text NOT NULL,
	`kind` text,
	`from_id` text,
	`into_id` text,
	`moves` text,
	`done_at` integer,
	`done_by_name` text,
	`stayed` text,
	`undone_at` integer,
	`undone_by_name` text,
	`purpose` text,
	`legal_basis` text,
	`retain_until` text,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `regroupings_by_from_id` ON `regroupings` (`community_id`,`from_id`);--> statement-breakpoint
CREATE INDEX `regroupings_by_into_id` ON `regroupings` (`community_id`,`into_id`);--> statement-breakpoint
CREATE TABLE `segment_rows` (
	`community_id` text NOT NULL,
	`row_id` text NOT NULL,
	`bucket` text NOT NULL,
	`hash` text NOT NULL,
	`rev` integer NOT NULL,
	PRIMARY KEY(`community_id`, `row_id`, `bucket`)
);
--> statement-breakpoint
CREATE INDEX `segment_rows_by_hash` ON `segment_rows` (`community_id`,`hash`);--> statement-breakpoint
CREATE TABLE `segments` (
	`community_id` text NOT NULL,
	`hash` text NOT NULL,
	`bucket` text NOT NULL,
	`rows` integer NOT NULL,
	`cut_at` integer NOT NULL,
	`content` blob NOT NULL,
	PRIMARY KEY(`community_id`, `hash`)
);
--> statement-breakpoint
CREATE INDEX `segments_by_bucket` ON `segments` (`community_id`,`bucket`);--> statement-breakpoint
ALTER TABLE `accounts` ADD `public_token` text;--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_by_public_token` ON `accounts` (`public_token`);--> statement-breakpoint
ALTER TABLE `sessions` ADD `label` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `lease_until` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `wipe_asked_at` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `wiped_at` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `ended_at` integer;--> statement-breakpoint
ALTER TABLE `units` ADD `supervision_phone` text;--> statement-breakpoint
ALTER TABLE `units` ADD `duty` text;