-- The task that reads receipts back. A procedure makes it, since where it runs is a setting.
CALL ${database}.${schema}_V1.SCHEDULE_RECEIPTS();
