CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`login_name` text,
	`login_key` text,
	`password_hash` text,
	`state` text NOT NULL,
	`can_view_unmasked` integer NOT NULL,
	`is_starter` integer NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_by_login` ON `accounts` (`login_key`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`code_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_by_token` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_by_code` ON `invitations` (`code_hash`);--> statement-breakpoint
CREATE INDEX `invitations_by_account` ON `invitations` (`account_id`);--> statement-breakpoint
CREATE TABLE `login_attempts` (
	`key` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`blocked_until` integer NOT NULL,
	`last_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `postings` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`space_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`role` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text,
	`ended_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `postings_by_account` ON `postings` (`account_id`);--> statement-breakpoint
CREATE INDEX `postings_by_unit` ON `postings` (`unit_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`account_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_by_account` ON `sessions` (`account_id`);--> statement-breakpoint
CREATE TABLE `audit` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`actor_name` text,
	`action` text NOT NULL,
	`community_id` text,
	`subject_id` text,
	`facts` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `export_numbers` (
	`community_id` text NOT NULL,
	`year` integer NOT NULL,
	`last` integer NOT NULL,
	PRIMARY KEY(`community_id`, `year`)
);
--> statement-breakpoint
CREATE TABLE `import_mappings` (
	`community_id` text NOT NULL,
	`headings` text NOT NULL,
	`mapping` text NOT NULL,
	`used_at` integer NOT NULL,
	PRIMARY KEY(`community_id`, `headings`)
);
--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`file_name` text NOT NULL,
	`file_hash` text NOT NULL,
	`content` blob NOT NULL,
	`preview` blob NOT NULL,
	`mapping` text NOT NULL,
	`imported_rows` text,
	`state` text NOT NULL,
	`revision` integer NOT NULL,
	`rows` integer NOT NULL,
	`account_id` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `imports_by_community` ON `imports` (`community_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `conflicts` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`rev` integer NOT NULL,
	`buckets` text NOT NULL,
	`deleted` integer NOT NULL,
	`marks` text NOT NULL,
	`table` text,
	`row_id` text,
	`field` text,
	`lost_value` text,
	`lost_by_name` text,
	`lost_at` integer,
	`won_by_name` text,
	`won_at` integer,
	`lost_mutation_id` text,
	`state` text,
	`purpose` text,
	`legal_basis` text,
	`retain_until` text,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `conflicts_by_row_id` ON `conflicts` (`community_id`,`row_id`);--> statement-breakpoint
CREATE INDEX `conflicts_by_lost_mutation_id` ON `conflicts` (`community_id`,`lost_mutation_id`);--> statement-breakpoint
CREATE TABLE `dwellings` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`rev` integer NOT NULL,
	`buckets` text NOT NULL,
	`deleted` integer NOT NULL,
	`marks` text NOT NULL,
	`unit_id` text,
	`door_label` text,
	`floor` integer,
	`use` text,
	`landmark` text,
	`walk_order` integer,
	`verification` text,
	`note` text,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `dwellings_by_unit_id` ON `dwellings` (`community_id`,`unit_id`);--> statement-breakpoint
CREATE TABLE `helps` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`rev` integer NOT NULL,
	`buckets` text NOT NULL,
	`deleted` integer NOT NULL,
	`marks` text NOT NULL,
	`served_on` text,
	`kind` text,
	`content` text,
	`service_minutes` integer,
	`goods` text,
	`place` text,
	`people_served` integer,
	`giver_kind` text,
	`giver_id` text,
	`giver_name` text,
	`giver_count` integer,
	`recorded_by` text,
	`recorder_name` text,
	`recorded_at` integer,
	`notice_id` text,
	`need_id` text,
	`void_of` text,
	`corrects` text,
	`note` text,
	`purpose` text,
	`legal_basis` text,
	`retain_until` text,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `helps_by_giver_id` ON `helps` (`community_id`,`giver_id`);--> statement-breakpoint
CREATE INDEX `helps_by_recorded_by` ON `helps` (`community_id`,`recorded_by`);--> statement-breakpoint
CREATE INDEX `helps_by_notice_id` ON `helps` (`community_id`,`notice_id`);--> statement-breakpoint
CREATE INDEX `helps_by_need_id` ON `helps` (`community_id`,`need_id`);--> statement-breakpoint
CREATE INDEX `helps_by_void_of` ON `helps` (`community_id`,`void_of`);--> statement-breakpoint
CREATE INDEX `helps_by_corrects` ON `helps` (`community_id`,`corrects`);--> statement-breakpoint
CREATE TABLE `household_cards` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`rev` integer NOT NULL,
	`buckets` text NOT NULL,
	`deleted` integer NOT NULL,
	`marks` text NOT NULL,
	`what` text,
	`agreement_way` text,
	`contact_name` text,
	`address` text,
	`phone` text,
	`worker_name` text,
	`purpose` text,
	`legal_basis` text,
	`retain_until` text,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `households` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`rev` integer NOT NULL,
	`buckets` text NOT NULL,
	`deleted` integer NOT NULL,
	`marks` text NOT NULL,
	`dwelling_id` text,
	`household_no` text,
	`room_label` text,
	`phone` text,
	`from_on` text,
	`to_on` text,
	`verification` text,
	`note` text,
	`import_key` text,
	`purpose` text,
	`legal_basis` text,
	`retain_until` text,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `households_by_dwelling_id` ON `households` (`community_id`,`dwelling_id`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`rev` integer NOT NULL,
	`buckets` text NOT NULL,
	`deleted` integer NOT NULL,
	`marks` text NOT NULL,
	`person_id` text,
	`household_id` text,
	`kind` text,
	`relation_to_head` text,
	`relation_text` text,
	`lives_where_registered` integer,
	`from_on` text,
	`to_on` text,
	`end_reason` text,
	`purpose` text,
	`legal_basis` text,
	`retain_until` text,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `memberships_by_person_id` ON `memberships` (`community_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `memberships_by_household_id` ON `memberships` (`community_id`,`household_id`);--> statement-breakpoint
CREATE TABLE `needs` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`rev` integer NOT NULL,
	`buckets` text NOT NULL,
	`deleted` integer NOT NULL,
	`marks` text NOT NULL,
	`dwelling_id` text,
	`household_id` text,
	`person_id` text,
	`kind` text,
	`detail` text,
	`state` text,
	`due_on` text,
	`handler_name` text,
	`raised_by_visit_id` text,
	`raised_at` integer,
	`raised_by_name` text,
	`answer` text,
	`answered_at` integer,
	`closed_by_help_id` text,
	`purpose` text,
	`legal_basis` text,
	`retain_until` text,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `needs_by_dwelling_id` ON `needs` (`community_id`,`dwelling_id`);--> statement-breakpoint
CREATE INDEX `needs_by_household_id` ON `needs` (`community_id`,`household_id`);--> statement-breakpoint
CREATE INDEX `needs_by_person_id` ON `needs` (`community_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `needs_by_raised_by_visit_id` ON `needs` (`community_id`,`raised_by_visit_id`);--> statement-breakpoint
CREATE INDEX `needs_by_closed_by_help_id` ON `needs` (`community_id`,`closed_by_help_id`);--> statement-breakpoint
CREATE TABLE `persons` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`rev` integer NOT NULL,
	`buckets` text NOT NULL,
	`deleted` integer NOT NULL,
	`marks` text NOT NULL,
	`name` text,
	`sex` text,
	`birth_on` text,
	`phone` text,
	`identity_number_state` text,
	`marital_status` text,
	`education` text,
	`political_status` text,
	`population_kind` text,
	`occupation` text,
	`workplace` text,
	`registered_address` text,
	`verification` text,
	`note` text,
	`identity_number_sealed` text,
	`identity_number_hash` text,
	`import_key` text,
	`purpose` text,
	`legal_basis` text,
	`retain_until` text,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `tags` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`rev` integer NOT NULL,
	`buckets` text NOT NULL,
	`deleted` integer NOT NULL,
	`marks` text NOT NULL,
	`person_id` text,
	`kind` text,
	`source` text,
	`from_on` text,
	`to_on` text,
	`purpose` text,
	`legal_basis` text,
	`retain_until` text,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `tags_by_person_id` ON `tags` (`community_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `units` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`rev` integer NOT NULL,
	`buckets` text NOT NULL,
	`deleted` integer NOT NULL,
	`marks` text NOT NULL,
	`kind` text,
	`parent_id` text,
	`name` text,
	`code` text,
	`estate` text,
	`layout` text,
	`floors` integer,
	`sort_order` integer,
	`from_on` text,
	`to_on` text,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `units_by_parent_id` ON `units` (`community_id`,`parent_id`);--> statement-breakpoint
CREATE TABLE `visits` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`rev` integer NOT NULL,
	`buckets` text NOT NULL,
	`deleted` integer NOT NULL,
	`marks` text NOT NULL,
	`dwelling_id` text,
	`household_id` text,
	`outcome` text,
	`way` text,
	`visited_at` integer,
	`is_late_entry` integer,
	`has_clock_skew` integer,
	`visited_by` text,
	`visitor_name` text,
	`note` text,
	`unchanged` integer,
	`void_of` text,
	`corrects` text,
	`reason` text,
	`recorded_at` integer,
	`purpose` text,
	`legal_basis` text,
	`retain_until` text,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `visits_by_dwelling_id` ON `visits` (`community_id`,`dwelling_id`);--> statement-breakpoint
CREATE INDEX `visits_by_household_id` ON `visits` (`community_id`,`household_id`);--> statement-breakpoint
CREATE INDEX `visits_by_visited_by` ON `visits` (`community_id`,`visited_by`);--> statement-breakpoint
CREATE INDEX `visits_by_void_of` ON `visits` (`community_id`,`void_of`);--> statement-breakpoint
CREATE INDEX `visits_by_corrects` ON `visits` (`community_id`,`corrects`);--> statement-breakpoint
CREATE TABLE `wish_notices` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`rev` integer NOT NULL,
	`buckets` text NOT NULL,
	`deleted` integer NOT NULL,
	`marks` text NOT NULL,
	`what` text,
	`place` text,
	`time_window` text,
	`skill` text,
	`state` text,
	`published_at` integer,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `wishes` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`rev` integer NOT NULL,
	`buckets` text NOT NULL,
	`deleted` integer NOT NULL,
	`marks` text NOT NULL,
	`need_id` text,
	`notice_id` text,
	`state` text,
	`agreement_way` text,
	`agreement_on` text,
	`agreement_note` text,
	`published_by_name` text,
	`claimed_by` text,
	`claimed_by_name` text,
	`claimed_at` integer,
	`purpose` text,
	`legal_basis` text,
	`retain_until` text,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `wishes_by_need_id` ON `wishes` (`community_id`,`need_id`);--> statement-breakpoint
CREATE INDEX `wishes_by_notice_id` ON `wishes` (`community_id`,`notice_id`);--> statement-breakpoint
CREATE INDEX `wishes_by_claimed_by` ON `wishes` (`community_id`,`claimed_by`);--> statement-breakpoint
CREATE TABLE `feed` (
	`community_id` text NOT NULL,
	`bucket` text NOT NULL,
	`table` text NOT NULL,
	`row_id` text NOT NULL,
	`rev` integer NOT NULL,
	`op` text NOT NULL,
	PRIMARY KEY(`community_id`, `bucket`, `table`, `row_id`)
);
--> statement-breakpoint
CREATE INDEX `feed_by_rev` ON `feed` (`community_id`,`bucket`,`rev`);--> statement-breakpoint
CREATE TABLE `mutations` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`replica_id` text NOT NULL,
	`n` integer NOT NULL,
	`rev` integer NOT NULL,
	`name` text NOT NULL,
	`version` integer NOT NULL,
	`at` integer NOT NULL,
	`event_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`account_id` text NOT NULL,
	`outcome` text NOT NULL,
	`reason` text,
	`field` text,
	`args` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mutations_by_replica` ON `mutations` (`community_id`,`replica_id`,`n`);--> statement-breakpoint
CREATE INDEX `mutations_by_outcome` ON `mutations` (`community_id`,`outcome`);--> statement-breakpoint
CREATE TABLE `replicas` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`account_id` text NOT NULL,
	`last_n` integer NOT NULL,
	`last_event_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`unsent` integer NOT NULL,
	`state` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `replicas_by_account` ON `replicas` (`account_id`);--> statement-breakpoint
CREATE TABLE `spaces` (
	`community_id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`epoch` text NOT NULL,
	`safe` integer NOT NULL
);
