/** Is where every route of the API lies. */
export const apiBase = '/api/v1';

/** Maps every route to its method and path below `/api/v1`. The request and answer schemas are named after the routes. */
export const apiRoutes = {
  /** SessionAnswer, or `notSignedIn`. */
  getSession: { method: 'GET', path: '/session' },
  /** SignIn -> SessionAnswer. */
  signIn: { method: 'POST', path: '/session' },
  /** 204. */
  signOut: { method: 'DELETE', path: '/session' },
  /** InvitationKey -> InvitationAnswer; consumes nothing. */
  lookAtInvitation: { method: 'POST', path: '/invitations/look' },
  /** AcceptInvitation -> SessionAnswer; consumes the invitation and signs in. */
  acceptInvitation: { method: 'POST', path: '/invitations/accept' },
  /** PushRequest -> PushAnswer. */
  push: { method: 'POST', path: '/sync/push' },
  /** PullRequest -> PullAnswer. */
  pull: { method: 'POST', path: '/sync/pull' },
  /** ?community -> a stream of pokes `{ top }`, without any data of records. */
  syncEvents: { method: 'GET', path: '/sync/events' },
  /** multipart `file` -> RescueAnswer: work from a phone that cannot send it itself. */
  handInRescue: { method: 'POST', path: '/rescues' },
  /** FindPersons -> FoundPersons, masked. */
  findPersons: { method: 'POST', path: '/persons/find' },
  /** ?community -> ErasureLook: what erasing would take out; changes nothing. */
  lookAtErasure: { method: 'GET', path: '/persons/:id/erasure' },
  /** ErasePerson -> ErasureAnswer. */
  erasePerson: { method: 'POST', path: '/persons/:id/erase' },
  /** UnitsAnswer. */
  listUnits: { method: 'GET', path: '/units' },
  /** NewUnit -> 201 UnitAnswer. */
  createUnit: { method: 'POST', path: '/units' },
  /** UnitChange -> UnitAnswer. */
  changeUnit: { method: 'PATCH', path: '/units/:id' },
  /** CloseUnit -> UnitAnswer. */
  closeUnit: { method: 'POST', path: '/units/:id/close' },
  /** AccountsAnswer. */
  listAccounts: { method: 'GET', path: '/accounts' },
  /** InviteRequest -> 201 InviteAnswer. */
  inviteAccount: { method: 'POST', path: '/accounts' },
  /** {} -> InviteAnswer: a new link for somebody who lost theirs or forgot the password. */
  reinviteAccount: { method: 'POST', path: '/accounts/:id/invitation' },
  /** ChangePostings -> AccountAnswer. */
  changePostings: { method: 'PUT', path: '/accounts/:id/postings' },
  /** {} -> AccountAnswer: ends every session. */
  disableAccount: { method: 'POST', path: '/accounts/:id/disable' },
  /** ?community -> ImportsAnswer. */
  listImports: { method: 'GET', path: '/imports' },
  /** multipart `file`, `community`, optional `mapping` (JSON) -> 201 ImportAnswer. */
  createImport: { method: 'POST', path: '/imports' },
  /** ImportAnswer, also while it is being written (progress). */
  getImport: { method: 'GET', path: '/imports/:id' },
  /** CorrectMapping -> ImportAnswer with a new preview. */
  correctMapping: { method: 'POST', path: '/imports/:id/mapping' },
  /** 204: forgets a preview that nobody confirmed, the file with it. */
  discardImport: { method: 'DELETE', path: '/imports/:id' },
  /** ConfirmImport -> ImportAnswer. */
  confirmImport: { method: 'POST', path: '/imports/:id/confirm' },
  /** LedgerQuery -> LedgerPreview, masked; `:ledger` is one of previewedLedgers. Takes no number and leaves no line in the audit. */
  previewLedger: { method: 'GET', path: '/ledgers/:ledger/preview' },
  /** LedgerQuery -> masked workbook; `:ledger` is one of ledgerNames and `.xlsx`. */
  getLedger: { method: 'GET', path: '/ledgers/:ledger' },
  /** LedgerQuery + UnmaskedLedger -> workbook with every value. */
  getUnmaskedLedger: { method: 'POST', path: '/ledgers/:ledger' },
  /** RegisterQuery -> RegisterAnswer. */
  getRegister: { method: 'GET', path: '/register' },
  /** ?community -> OverviewAnswer. */
  getOverview: { method: 'GET', path: '/overview' },
  /** ?community -> HeldAnswer. */
  listHeld: { method: 'GET', path: '/held' },
  /** AuditQuery -> AuditAnswer. */
  getAudit: { method: 'GET', path: '/audit' },
  /** HandInDeposits -> DepositsAnswer: sealed work of whoever used this phone; the proof of whose it is lies inside, so nobody has to be signed in. */
  handInDeposits: { method: 'POST', path: '/deposits' },
  /** ?community -> DevicesAnswer: the phones of the community's accounts. */
  listDevices: { method: 'GET', path: '/devices' },
  /** {} -> DevicesAnswer: asks a lost phone to forget everything at its next contact. */
  wipeDevice: { method: 'POST', path: '/devices/:id/wipe' },
  /** WipedReport -> 204: tells that this phone has handed in an account's work and forgotten it; clears what the browser still keeps. */
  reportWiped: { method: 'POST', path: '/session/wiped' },
  /** ?community -> the bytes of one segment of history, named by their hash. */
  getSegment: { method: 'GET', path: '/sync/segments/:hash' },
  /** ?community -> PhotoState: how much of a photo the server has. */
  lookAtPhoto: { method: 'GET', path: '/photos/:hash/state' },
  /** ?community&from -> PhotoState; the body is the next bytes. */
  putPhotoPart: { method: 'PUT', path: '/photos/:hash' },
  /** ?community -> the JPEG, for those in scope of a record that names it. */
  getPhoto: { method: 'GET', path: '/photos/:hash' },
  /** ?community -> CadencesAnswer. */
  listCadences: { method: 'GET', path: '/cadences' },
  /** SaveCadence -> CadencesAnswer. */
  saveCadence: { method: 'POST', path: '/cadences' },
  /** ?community -> QuestionSetsAnswer, presets and every version. */
  listQuestionSets: { method: 'GET', path: '/question-sets' },
  /** SaveQuestionSet -> QuestionSetsAnswer: a new version. */
  saveQuestionSet: { method: 'POST', path: '/question-sets' },
  /** EndQuestionSet -> QuestionSetsAnswer. */
  endQuestionSet: { method: 'POST', path: '/question-sets/end' },
  /** ?community -> NoticeAnswer: what the printed notice of a building says. */
  getBuildingNotice: { method: 'GET', path: '/units/:id/notice' },
  /** WorkerCard: who this worker is, for anybody at the door; no personal data. */
  lookAtWorker: { method: 'GET', path: '/workers/:token' },
  /** The OpenAPI 3.1 description of all of these. */
  getOpenApi: { method: 'GET', path: '/openapi.json' },
  /** `{ "ok": true }`. */
  getHealth: { method: 'GET', path: '/healthz' },
} as const;

/** Is the name of a route. */
export type ApiRoute = keyof typeof apiRoutes;
