export const RECORD_FORMAT = 'soundings-record/1';
