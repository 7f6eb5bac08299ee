import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: './apps/api/src/store/sqlite/schema/*-tables.ts',
  out: './drizzle/sqlite',
});
