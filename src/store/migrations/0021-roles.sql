-- Roles by what they are, and the villages somebody answers for (docs/decisions/0066-the-desk.md).
ALTER TABLE staff ADD COLUMN villages TEXT;  -- JSON: ids; null: the whole commune

-- "viewer" saw names and words of residents; who only oversees sees figures.
UPDATE staff SET role = CASE role
  WHEN 'admin' THEN 'administrator'
  WHEN 'officer' THEN 'staff'
  WHEN 'viewer' THEN 'overseer'
  ELSE role
END;
